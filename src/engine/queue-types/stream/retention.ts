/**
 * Retention: a stream lets go of its oldest segments while they are too many bytes together or while
 * their youngest message is too old. It looks when it begins a segment or is given another policy, and
 * keeps the segment it writes to, so that it always holds somewhat more than it is told to.
 *
 * https://www.rabbitmq.com/docs/streams#retention
 */
import type { Queue, QueueSettings } from '../../broker.ts';
import type { Instant } from '../../instant.ts';
import { recordDiscard } from '../../rules/discarding.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { beforeChange } from './known-count.ts';
import { withoutOldestSegment } from './log.ts';
import type { Log } from './log.ts';
import type { StreamState } from './stream-state.ts';

export function applyRetention(tx: Transaction, queue: Draft<Queue>): void {
  const state = queue.stream as StreamState;
  let { log } = state;
  while (isTooMuch(log, queue.settings, tx.at)) {
    const rest = withoutOldestSegment(log);
    for (let offset = log.firstOffset; offset < rest.firstOffset; offset++) {
      const queued = log.messages.get(offset);
      if (queued === undefined) continue;
      queue.readyCount -= 1;
      queue.readyBytes -= queued.message.bodySize;
      recordDiscard(tx, queue, queued, 'retention', null);
    }
    log = rest;
  }
  if (log !== state.log) queue.stream = { ...state, log, count: beforeChange(state, tx.at) };
}

function isTooMuch(
  { closed, bytes }: Log,
  { maxLengthBytes, maxAge }: QueueSettings,
  at: Instant,
): boolean {
  const oldest = closed.peek();
  if (oldest === undefined) return false;
  if (maxLengthBytes !== null && bytes > maxLengthBytes) return true;
  return maxAge !== null && oldest.lastAt < at - maxAge;
}
