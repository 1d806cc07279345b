import type { Channel } from '../../broker.ts';
import type { BasicCancel } from '../../command.ts';
import { deletesItself } from '../../rules/auto-delete.ts';
import { cancelConsumer } from '../../rules/consumer-cancellation.ts';
import { dispatch } from '../../rules/consumer-dispatch.ts';
import { deleteQueue } from '../../rules/queue-deletion.ts';
import { renewExpiry } from '../../rules/queue-expiry.ts';
import { activateConsumer } from '../../rules/single-active-consumer.ts';
import type { Transaction } from '../../transaction.ts';

/** Its deliveries stay unacknowledged. Cancelling what is not there succeeds. */
export function basicCancel(tx: Transaction, { consumerTag }: BasicCancel, channel: Channel): void {
  const entry = channel.consumers.get(consumerTag);
  tx.send(channel, { type: 'basic.cancel-ok', consumerTag });
  if (entry === undefined) return;
  const draft = tx.editChannel(channel.id);
  draft.consumers = draft.consumers.delete(consumerTag);
  const { vhost } = channel;
  const queue = tx.editQueue({ vhost, name: entry.queue });
  cancelConsumer(tx, queue, entry.id);
  const wasActive = queue.activeConsumer === entry.id;
  activateConsumer(tx, queue);
  if (deletesItself(queue)) {
    deleteQueue(tx, queue);
    return;
  }
  renewExpiry(tx, queue);
  if (wasActive && tx.broker.profile.activatesNextConsumerAtOnce) dispatch(tx, queue);
}
