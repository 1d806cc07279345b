/**
 * AMQP transactions: what a channel publishes and answers for is checked at once and takes effect
 * with the commit, publishes first.
 *
 * https://www.rabbitmq.com/docs/semantics#tx
 */
import type { Channel, PendingTransaction } from '../broker.ts';
import type { PublishSequence } from '../names.ts';
import type { Transaction } from '../transaction.ts';
import { settleNow } from './consumer-acknowledgement.ts';
import { deliverPublish } from './publishing.ts';
import { begun } from './rollback.ts';

/** Answers whether every queue has taken what was published to it. */
export function commitTransaction(
  tx: Transaction,
  channel: Channel,
  { publishes, settlements }: PendingTransaction,
): boolean {
  const { vhost, id } = channel;
  tx.editChannel(id).transaction = begun;
  let isComplete = true;
  for (const { message, mandatory, isAnswered } of publishes) {
    const sequence: PublishSequence | null = null;
    tx.record({ type: 'message.published', message, vhost, channel: id, sequence });
    const exchange = tx.exchange(vhost, message.exchange);
    if (exchange === undefined) continue;
    const publishing = { channel, message, mandatory, sequence, isAnswered };
    isComplete = deliverPublish(tx, exchange, publishing) && isComplete;
  }
  for (const { deliveries, how } of settlements) settleNow(tx, id, deliveries, how);
  return isComplete;
}
