/**
 * Time-to-live and expiration.
 *
 * A copy lives as long as its own `expiration` and its queue's `x-message-ttl` both allow, counted
 * from when it entered the queue. It dies at the head only: one that has expired behind a living
 * head waits, and counts, until it gets there. And only the head is watched: a copy that overtakes it
 * by priority is looked at when the queue next has cause to.
 *
 * https://www.rabbitmq.com/docs/ttl
 */
import type { Queue } from '../broker.ts';
import type { Instant } from '../instant.ts';
import type { Message, QueuedMessage } from '../message.ts';
import { peekReady, takeReady } from '../queue-types/classic/ready.ts';
import type { Draft, Transaction } from '../transaction.ts';
import { deadLetter } from './dead-letter-exchange.ts';

/** When a copy that enters the queue now will expire; null for never. */
export function expiryOf({ settings }: Queue, message: Message, at: Instant): Instant | null {
  const { messageTtl } = settings;
  const { expirationMs } = message;
  if (messageTtl === null && expirationMs === null) return null;
  return (at + Math.min(messageTtl ?? Infinity, expirationMs ?? Infinity)) as Instant;
}

/** Dead-letters the expired copies at the head, and watches the one that is head then. */
export function dropExpired(tx: Transaction, queue: Draft<Queue>): void {
  for (;;) {
    const head = peekReady(queue);
    if (head === undefined) return;
    if (!hasExpired(head, tx.at)) {
      watch(tx, queue, head.expiresAt);
      return;
    }
    takeReady(queue);
    deadLetter(tx, queue, head, 'expired', null);
  }
}

export const hasExpired = ({ expiresAt }: QueuedMessage, at: Instant): boolean =>
  expiresAt !== null && expiresAt <= at;

/** A watch for a later instant stays as it is: it fires in vain, and is set anew then. */
function watch(tx: Transaction, queue: Draft<Queue>, expiresAt: Instant | null): void {
  if (expiresAt === null) return;
  if (queue.looksAt !== null && expiresAt >= queue.looksAt) return;
  queue.looksAt = expiresAt;
  tx.setDeadline(queue, expiresAt);
}
