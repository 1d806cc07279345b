/**
 * At-least-once dead-lettering: a letter that no queue has taken is kept, counts as no message of the
 * queue it comes from, and is sent again after a while.
 *
 * https://www.rabbitmq.com/blog/2022/03/29/at-least-once-dead-lettering
 */
import type { Queue } from '../../broker.ts';
import type { Instant } from '../../instant.ts';
import { deadLetterRetryMs } from '../../limits.ts';
import type { QueueName } from '../../names.ts';
import type { Draft, Posted, Transaction } from '../../transaction.ts';
import { watch } from './checkout.ts';

/** `takenBy` are the queues that need it no more. Does nothing where its queue is gone. */
export function keepLetter(tx: Transaction, posted: Posted, takenBy: readonly QueueName[]): void {
  const { vhost, keptBy, letter } = posted;
  if (keptBy === undefined) return;
  const existing = tx.queue(vhost, keptBy.queue);
  if (existing?.id !== keptBy.id || existing.quorum === null) return;
  const queue = tx.editQueue(existing);
  const retryAt = (tx.at + deadLetterRetryMs) as Instant;
  const state = queue.quorum;
  if (state === null) return;
  const kept = { posted, takenBy, retryAt };
  queue.quorum = { ...state, keptLetters: [...state.keptLetters, kept] };
  tx.record({ type: 'dead-letter.kept', message: letter.id, vhost, queue: keptBy.queue });
  watch(tx, queue, retryAt);
}

/** Sends again the letters whose time has come. */
export function retryLetters(tx: Transaction, queue: Draft<Queue>): void {
  const state = queue.quorum;
  if (state === null || state.keptLetters.length === 0) return;
  const due = state.keptLetters.filter(({ retryAt }) => retryAt <= tx.at);
  const later = state.keptLetters.filter(({ retryAt }) => retryAt > tx.at);
  queue.quorum = { ...state, keptLetters: later };
  for (const { posted, takenBy } of due) tx.post({ ...posted, takenBy });
  const [next] = later;
  if (next !== undefined) watch(tx, queue, next.retryAt);
}
