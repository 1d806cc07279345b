import type { Channel } from '../../broker.ts';
import type { BasicCancel } from '../../command.ts';
import { queueTypeOf } from '../../queue-types/index.ts';
import { deletesItself } from '../../rules/auto-delete.ts';
import { stopReplyConsumer } from '../../rules/direct-reply-to.ts';
import { deleteQueue } from '../../rules/queue-deletion.ts';
import { renewExpiry } from '../../rules/queue-expiry.ts';
import type { Transaction } from '../../transaction.ts';

/** Its deliveries stay unacknowledged. Cancelling what is not there succeeds. */
export function basicCancel(tx: Transaction, { consumerTag }: BasicCancel, channel: Channel): void {
  tx.send(channel, { type: 'basic.cancel-ok', consumerTag });
  if (channel.replyConsumer?.tag === consumerTag) {
    stopReplyConsumer(tx, channel);
    return;
  }
  const entry = channel.consumers.get(consumerTag);
  if (entry === undefined) return;
  const draft = tx.editChannel(channel.id);
  draft.consumers = draft.consumers.delete(consumerTag);
  const { vhost } = channel;
  const queue = tx.editQueue({ vhost, name: entry.queue });
  const wasActive = queue.activeConsumer === entry.id;
  const type = queueTypeOf(queue);
  type.cancelConsumer(tx, queue, entry.id);
  if (deletesItself(queue)) {
    deleteQueue(tx, queue);
    return;
  }
  renewExpiry(tx, queue);
  type.afterCancel(tx, queue, wasActive);
}
