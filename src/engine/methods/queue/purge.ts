import type { Channel } from '../../broker.ts';
import type { QueuePurge } from '../../command.ts';
import { noQueue } from '../../protocol-error.ts';
import { queueTypeOf } from '../../queue-types/index.ts';
import { checkExclusiveAccess } from '../../rules/exclusive-queue.ts';
import { queueOrLast } from '../../rules/naming.ts';
import { checkPermission } from '../../rules/permissions.ts';
import type { Transaction } from '../../transaction.ts';

/** Takes away what is ready; deliveries that wait for an acknowledgement stay. */
export function queuePurge(tx: Transaction, method: QueuePurge, channel: Channel): void {
  const { vhost, id } = channel;
  const name = queueOrLast(method.queue, channel);
  checkPermission(tx, channel, 'read', 'queue', name);
  const existing = tx.queue(vhost, name);
  if (existing === undefined) throw noQueue(vhost, name);
  checkExclusiveAccess(existing, channel.connection);
  const queue = tx.editQueue(existing);
  const messageCount = queueTypeOf(queue).purge(tx, queue, id);
  tx.send(channel, { type: 'queue.purge-ok', messageCount });
}
