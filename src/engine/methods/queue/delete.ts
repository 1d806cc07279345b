import type { Channel } from '../../broker.ts';
import type { QueueDelete } from '../../command.ts';
import { queueTypeOf } from '../../queue-types/index.ts';
import { checkExclusiveAccess } from '../../rules/exclusive-queue.ts';
import { queueOrLast, stripLineBreaks } from '../../rules/naming.ts';
import { checkPermission } from '../../rules/permissions.ts';
import { deleteQueue } from '../../rules/queue-deletion.ts';
import type { Transaction } from '../../transaction.ts';

/** Deleting what is not there succeeds. */
export function queueDelete(tx: Transaction, method: QueueDelete, channel: Channel): void {
  const { vhost, connection } = channel;
  const name = queueOrLast(stripLineBreaks(method.queue), channel);
  checkPermission(tx, channel, 'configure', 'queue', name);
  const queue = tx.queue(vhost, name);
  if (queue !== undefined) checkExclusiveAccess(queue, connection);
  const messageCount = queue === undefined ? 0 : queueTypeOf(queue).checkDelete(queue, method);
  // The channel is told that consumers of its own are gone only when it is done.
  tx.send(channel, { type: 'queue.delete-ok', messageCount });
  if (queue !== undefined) deleteQueue(tx, queue);
}
