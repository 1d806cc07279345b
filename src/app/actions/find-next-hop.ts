/** Looks ahead for what happens to a message next. Loaded when it is first asked for. */
import type { Instant, MessageId } from '#engine';
import { entriesOf, stepForward } from '#sim';
import type { History } from '#sim';
import { messageOf } from '../questions/journal-entries.ts';

/** Steps are bounded, and so is the time: a message may wait for ever. */
const stepsMax = 3_000;
const aheadMsMax = 600_000;

/** Null where nothing happens to it within sight. */
export function instantOfNextHop(history: History, message: MessageId): Instant | null {
  const until = history.present.now + aheadMsMax;
  let ahead = history;
  for (let step = 0; step < stepsMax && ahead.present.now <= until; step++) {
    const next = stepForward(ahead);
    if (next.present.now === ahead.present.now) return null;
    ahead = next;
    const { now, journal } = ahead.present;
    const entries = entriesOf(journal, { from: now, to: now, max: 10_000 });
    if (entries.some((entry) => messageOf(entry) === message)) return now;
  }
  return null;
}
