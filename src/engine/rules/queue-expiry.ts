/**
 * Queue expiry: a queue with `x-expires` that nobody has used for so long is deleted. To use it is to
 * consume from it, to declare it again, or to get from it; publishing to it is not, and deliveries
 * that wait for an acknowledgement do not keep it.
 *
 * https://www.rabbitmq.com/docs/ttl#queue-ttl
 */
import type { Queue } from '../broker.ts';
import type { Instant } from '../instant.ts';
import type { Draft, Transaction } from '../transaction.ts';

/** Begins to count anew, as far as the queue has no consumer. */
export function renewExpiry(tx: Transaction, queue: Draft<Queue>): void {
  const { expires } = queue.settings;
  if (expires === null || queue.consumers.size > 0) return;
  queue.expiresAt = (tx.at + expires) as Instant;
  tx.setDeadline(queue, queue.expiresAt);
}
