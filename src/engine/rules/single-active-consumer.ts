/**
 * Single active consumer: of all consumers of a queue one gets the messages. It stays the one until
 * it is cancelled or its channel closes; then the next in line takes over, the highest priority
 * first.
 *
 * https://www.rabbitmq.com/docs/consumers#single-active-consumer
 */
import type { Consumer, Queue } from '../broker.ts';
import type { Draft, Transaction } from '../transaction.ts';
import { peekTurn } from './consumer-priority.ts';

/** Chooses an active consumer where the queue wants one and has none. */
export function activateConsumer(tx: Transaction, queue: Draft<Queue>): void {
  if (!queue.settings.singleActiveConsumer) return;
  if (queue.activeConsumer !== null && queue.consumers.has(queue.activeConsumer)) return;
  const next: Consumer | undefined = peekTurn(queue);
  queue.activeConsumer = next?.id ?? null;
  if (next === undefined) return;
  const { channel, tag: consumerTag } = next;
  tx.record({
    type: 'consumer.activated',
    vhost: queue.vhost,
    queue: queue.name,
    channel,
    consumerTag,
  });
}
