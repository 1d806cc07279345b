import { describe, expect, it } from 'vitest';
import { aRun } from '../testing/a-run.ts';
import { createApp } from './app.ts';
import { elapsedMsMax, startTicker } from './ticker.ts';
import type { FrameClock } from './ticker.ts';

/** A browser's frames, called by hand. */
function aClock(costMs = 0) {
  let waiting: ((nowMs: number) => void) | null = null;
  let time = 0;
  const clock: FrameClock = {
    request: (onFrame) => {
      waiting = onFrame;
      return 1;
    },
    cancel: () => {
      waiting = null;
    },
    now: () => (time += costMs),
  };
  return {
    clock,
    isIdle: () => waiting === null,
    frame: (nowMs: number) => waiting?.(nowMs),
  };
}

const never = (error: unknown): never => {
  throw error;
};

describe('the ticker', () => {
  it('does nothing at all while the run is paused', () => {
    const { playback } = createApp({ run: aRun() });
    const frames = aClock();
    startTicker(playback, { clock: frames.clock, onFailure: never });
    expect(frames.isIdle()).toBe(true);
    playback.getState().play();
    expect(frames.isIdle()).toBe(false);
    playback.getState().pause();
    expect(frames.isIdle()).toBe(true);
  });

  it('lets as much time pass as there is between frames', () => {
    const { playback } = createApp({ run: aRun() });
    const frames = aClock();
    startTicker(playback, { clock: frames.clock, onFailure: never });
    playback.getState().play();
    for (const now of [1_000, 1_016, 1_033]) frames.frame(now);
    expect(playback.getState().playheadMs).toBe(33);
  });

  it('gives a tab that was hidden no more than a moment to catch up', () => {
    const { playback } = createApp({ run: aRun() });
    const frames = aClock();
    startTicker(playback, { clock: frames.clock, onFailure: never });
    playback.getState().play();
    frames.frame(1_000);
    frames.frame(600_000);
    expect(playback.getState().playheadMs).toBe(elapsedMsMax);
  });

  it('goes slower where ticks cost more than a frame has', () => {
    const { playback } = createApp({ run: aRun() });
    const frames = aClock(48);
    startTicker(playback, { clock: frames.clock, onFailure: never });
    playback.getState().play();
    for (const now of [0, 50, 100]) frames.frame(now);
    expect(playback.getState().playheadMs).toBe(75);
  });

  it('pauses and tells when a tick throws', () => {
    const { playback } = createApp({ run: aRun() });
    const frames = aClock();
    const failures: unknown[] = [];
    startTicker(playback, { clock: frames.clock, onFailure: (error) => failures.push(error) });
    playback.setState({
      tick: () => {
        throw new Error('Invariant broken: a test says so');
      },
    });
    playback.getState().play();
    frames.frame(0);
    frames.frame(16);
    expect(failures).toHaveLength(1);
    expect(playback.getState().isPlaying).toBe(false);
    expect(frames.isIdle()).toBe(true);
  });
});
