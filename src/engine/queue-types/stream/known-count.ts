/**
 * How many messages a stream is said to have: as many as it had when streams were last counted, which
 * happens every few seconds.
 *
 * https://www.rabbitmq.com/docs/streams
 */
import type { Instant } from '../../instant.ts';
import { streamCountMs } from '../../limits.ts';
import { sizeOf } from './log.ts';
import type { KnownCount, StreamState } from './stream-state.ts';

const periodOf = (at: Instant): number => Math.floor(at / streamCountMs);

/** Until the next count nothing is known, as after a start. */
export const unknownCount = (at: Instant): KnownCount => ({ period: periodOf(at), messages: 0 });

/** To be asked before the log changes. */
export function beforeChange({ log, count }: StreamState, at: Instant): KnownCount {
  const period = periodOf(at);
  return period === count.period ? count : { period, messages: sizeOf(log) };
}

export const countTold = ({ log, count }: StreamState, at: Instant): number =>
  periodOf(at) > count.period ? sizeOf(log) : count.messages;
