/**
 * Moves the playhead with real time for as long as the run plays. The only clock in the program:
 * while the run is paused, nothing runs at all.
 */
import type { PlaybackStore } from './playback-store.ts';

/** A tab that was in the background comes back with minutes to catch up on; it is given this much. */
export const elapsedMsMax = 100;

/** A tick may cost so much of a frame; a run that costs more goes slower instead of stuttering. */
const tickCostMsMax = 24;

export interface FrameClock {
  readonly request: (onFrame: (nowMs: number) => void) => number;
  readonly cancel: (request: number) => void;
  readonly now: () => number;
}

const browserClock = (): FrameClock => ({
  request: (onFrame) => requestAnimationFrame(onFrame),
  cancel: (request) => cancelAnimationFrame(request),
  now: () => performance.now(),
});

interface TickerOptions {
  readonly clock?: FrameClock;
  /** Told what a tick threw; the run is paused by then. */
  readonly onFailure: (error: unknown) => void;
}

/** Gives the function that stops it for good. */
export function startTicker(
  playback: PlaybackStore,
  { clock = browserClock(), onFailure }: TickerOptions,
): () => void {
  let request: number | null = null;
  let previousMs: number | null = null;
  let costMs = 0;

  const onFrame = (nowMs: number): void => {
    request = clock.request(onFrame);
    if (previousMs !== null) {
      const gapMs = Math.min(nowMs - previousMs, elapsedMsMax);
      const share = costMs > tickCostMsMax ? tickCostMsMax / costMs : 1;
      const startedAt = clock.now();
      try {
        playback.getState().tick(gapMs * share);
      } catch (error) {
        playback.getState().pause();
        onFailure(error);
      }
      costMs = clock.now() - startedAt;
    }
    previousMs = nowMs;
  };
  const follow = ({ isPlaying }: { readonly isPlaying: boolean }): void => {
    if (isPlaying === (request !== null)) return;
    if (request !== null) clock.cancel(request);
    previousMs = null;
    costMs = 0;
    request = isPlaying ? clock.request(onFrame) : null;
  };

  const unsubscribe = playback.subscribe(follow);
  follow(playback.getState());
  return () => {
    unsubscribe();
    if (request !== null) clock.cancel(request);
    request = null;
  };
}
