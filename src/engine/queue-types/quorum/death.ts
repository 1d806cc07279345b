/**
 * How a copy dies in a quorum queue. With at-least-once dead-lettering its letter is kept until some
 * queue has taken it, and sent again from time to time; otherwise it is sent once, as from a classic
 * queue.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#dead-lettering
 */
import type { Queue, QueueSettings } from '../../broker.ts';
import type { DeathReason, QueuedMessage } from '../../message.ts';
import type { ChannelId } from '../../names.ts';
import { deadLetter, sendLetter } from '../../rules/dead-letter-exchange.ts';
import type { Transaction } from '../../transaction.ts';
import { deliveryCountOf } from './delivery-count.ts';

/** At-least-once needs a queue that refuses rather than drops: otherwise it is not in force. */
export const keepsLetters = ({ deadLetterStrategy, overflow }: QueueSettings): boolean =>
  deadLetterStrategy === 'at-least-once' && overflow === 'reject-publish';

/** `channel` is that of the client whose doing it is, or null. */
export function die(
  tx: Transaction,
  queue: Queue,
  queued: QueuedMessage,
  reason: DeathReason,
  channel: ChannelId | null,
): void {
  const { settings, name, id } = queue;
  const exchange = settings.deadLetterExchange;
  if (exchange === null || !keepsLetters(settings)) {
    deadLetter(tx, queue, queued, reason, channel);
    return;
  }
  const counts = tx.broker.profile.countsAtLeastOnceDelivery;
  const deliveryCount = counts ? deliveryCountOf(queued) + 1 : 0;
  const keptBy = { queue: name, id, deliveryCount };
  sendLetter(tx, queue, queued, { reason, channel, exchange, keptBy });
}
