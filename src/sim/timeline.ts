/** What the timeline shows of a history: how busy it was when, and what stands out. */
import { busynessUntil } from './busyness.ts';
import type { History } from './history.ts';
import type { Mark } from './marks.ts';

/** Of all the time that has been played, however far back the playhead is. */
export const marksIn = ({ marks }: History): readonly Mark[] => marks.list;

/** The same time in so many equal parts: facts in each. */
export const busynessIn = ({ busyness, reachedUntil }: History, buckets: number): number[] =>
  busynessUntil(busyness, reachedUntil, buckets);
