/**
 * The clock of a broker that serves real clients. Its instants are counted from where the engine dates
 * the beginning of its time, so that the times that it writes into messages are today's.
 */
import { performance } from 'node:perf_hooks';
import { instantOf } from '#engine';
import type { Instant } from '#engine';

/** Whole milliseconds that never go back, whatever happens to the computer's date meanwhile. */
export function wallClock(): () => Instant {
  const startedAt = Math.max(0, Date.now() + instantOf(0));
  const before = performance.now();
  return () => (startedAt + Math.floor(performance.now() - before)) as Instant;
}
