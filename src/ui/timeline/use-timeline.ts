/**
 * What the timeline draws of the run. It is read some times a second while the run plays, and at once
 * while it stands: bars that change sixty times a second would cost every frame and tell no more.
 */
import { useMemo, useSyncExternalStore } from 'react';
import { busynessIn, caseOf, marksIn } from '#app';
import type { PlaybackStore } from '#app';
import type { History, Mark } from '#sim';
import { useApp } from '../app-context.tsx';
import { stepTicks, tickText, timelineSpan, timelineTicks } from './time-scale.ts';
import type { Tick } from './time-scale.ts';

export interface TimelinePicture {
  readonly spanMs: number;
  readonly reachedMs: number;
  /** Of each bar, from 0 to 1, over the whole span. */
  readonly bars: readonly number[];
  readonly marks: readonly Mark[];
  readonly ticks: readonly Tick[];
}

const barCount = 160;
const msBetween = 200;

export function useTimeline(): TimelinePicture {
  const { playback } = useApp();
  const source = useMemo(() => createTimelineSource(playback), [playback]);
  return useSyncExternalStore(source.subscribe, source.get, source.get);
}

interface TimelineSource {
  readonly get: () => TimelinePicture;
  readonly subscribe: (listener: () => void) => () => void;
}

function createTimelineSource(playback: PlaybackStore): TimelineSource {
  let drawn: History | null = null;
  let picture = pictureOf(playback.getState().history);
  let drawnAt = -Infinity;

  const refresh = (): boolean => {
    const { history, isPlaying } = playback.getState();
    if (history === drawn || (isPlaying && performance.now() - drawnAt < msBetween)) return false;
    const isSame =
      drawn !== null &&
      history.run.script === drawn.run.script &&
      history.busyness === drawn.busyness &&
      history.marks === drawn.marks &&
      history.reachedUntil === drawn.reachedUntil;
    drawn = history;
    drawnAt = performance.now();
    if (isSame) return false;
    picture = pictureOf(history);
    return true;
  };
  return {
    get: () => picture,
    subscribe: (listener) => {
      if (refresh()) listener();
      return playback.subscribe(() => {
        if (refresh()) listener();
      });
    },
  };
}

export function pictureOf(history: History): TimelinePicture {
  const reachedMs = history.reachedUntil;
  const { script } = history.run;
  const spanMs = timelineSpan(reachedMs, script?.endsAt);
  const reachedBars = Math.ceil((reachedMs / spanMs) * barCount);
  const counts = reachedBars === 0 ? [] : busynessIn(history, reachedBars);
  const most = usualMost(counts);
  return {
    spanMs,
    reachedMs,
    // The root lifts quiet moments, which would vanish beside a burst.
    bars: counts.map((count) => Math.min(1, Math.sqrt(count / most))),
    marks: marksIn(history),
    ticks: ticksOf(history, spanMs),
  };
}

/** Times; or, of a recorded case, which is done soon, the numbers of its steps. */
function ticksOf({ run }: History, spanMs: number): readonly Tick[] {
  const story = caseOf(run);
  if (story !== null && spanMs <= story.endsAt * 2)
    return stepTicks(
      story.steps.filter(({ verdict }) => verdict !== 'not-played').map(({ at }) => at),
      spanMs,
    );
  return timelineTicks(spanMs).map((at) => ({ at, text: tickText(at) }));
}

/** What all but the busiest moments keep below: one burst must not make all else look idle. */
function usualMost(counts: readonly number[]): number {
  const busy = counts.filter((count) => count > 0).toSorted((one, other) => one - other);
  return Math.max(1, busy[Math.floor(busy.length * 0.95)] ?? 1);
}

export const timelineBarCount = barCount;
