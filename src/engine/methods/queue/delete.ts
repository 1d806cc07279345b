import type { Channel } from '../../broker.ts';
import type { QueueDelete } from '../../command.ts';
import { inUse, notEmpty, queueIn } from '../../protocol-error.ts';
import { checkExclusiveAccess } from '../../rules/exclusive-queue.ts';
import { queueOrLast, stripLineBreaks } from '../../rules/naming.ts';
import { deleteQueue } from '../../rules/queue-deletion.ts';
import type { Transaction } from '../../transaction.ts';

/** Deleting what is not there succeeds. */
export function queueDelete(tx: Transaction, method: QueueDelete, channel: Channel): void {
  const { vhost, connection } = channel;
  const name = queueOrLast(stripLineBreaks(method.queue), channel);
  const queue = tx.queue(vhost, name);
  const messageCount = queue?.readyCount ?? 0;
  if (queue !== undefined) {
    checkExclusiveAccess(queue, connection);
    const thing = queueIn(vhost, name);
    if (method.ifEmpty === true && queue.readyCount > 0) throw notEmpty(thing);
    if (method.ifUnused === true && queue.consumers.size > 0) throw inUse(thing);
    deleteQueue(tx, queue);
  }
  tx.send(channel, { type: 'queue.delete-ok', messageCount });
}
