/**
 * Queue expiry: a queue with `x-expires` that nobody has used for so long is deleted. To use it is to
 * consume from it, to declare it again, or to get from it; publishing to it is not, and deliveries
 * that wait for an acknowledgement do not keep it.
 *
 * A quorum queue is different in all but the first: declaring it is no use, deliveries that wait keep
 * it, and it looks at its age only every five seconds.
 *
 * https://www.rabbitmq.com/docs/ttl#queue-ttl
 */
import type { Queue } from '../broker.ts';
import type { Instant } from '../instant.ts';
import { quorumTickMs } from '../limits.ts';
import type { Draft, Transaction } from '../transaction.ts';

/** Begins to count anew, as far as the queue has no consumer. */
export function renewExpiry(tx: Transaction, queue: Draft<Queue>): void {
  const { expires } = queue.settings;
  if (expires === null || queue.consumers.size > 0) return;
  const due = (tx.at + expires) as Instant;
  expireAt(tx, queue, queue.quorum === null ? due : tickAfter(queue.quorum.bornAt, due));
}

/** To declare a quorum queue begins its time only when that makes it. */
export function renewExpiryByDeclaring(tx: Transaction, queue: Draft<Queue>): void {
  if (queue.quorum === null || queue.expiresAt === null) renewExpiry(tx, queue);
}

/** The queue's time has come, and yet somebody has messages of it: it looks again later. */
export function postponeExpiry(tx: Transaction, queue: Draft<Queue>): void {
  if (queue.quorum !== null) expireAt(tx, queue, (tx.at + quorumTickMs) as Instant);
}

function expireAt(tx: Transaction, queue: Draft<Queue>, at: Instant): void {
  queue.expiresAt = at;
  tx.setDeadline(queue, at);
}

const tickAfter = (bornAt: Instant, due: Instant): Instant =>
  (bornAt + (Math.floor((due - bornAt) / quorumTickMs) + 1) * quorumTickMs) as Instant;
