import { describe, expect, it } from 'vitest';
import type { PlaybackStore } from '#app';
import { LiveUpdates } from './live-updates.ts';

interface Crowd {
  readonly told: number[];
  /** A frame in which all of them have changed. */
  readonly change: () => void;
}

/** So many listeners, each of which costs so many milliseconds to tell. */
function aCrowd(size: number, { isPlaying = true, costMs = 0.5, frameMs = 16 } = {}): Crowd {
  let clock = 0;
  let state = { isPlaying, history: {} };
  const subscribers = new Set<(now: unknown, before: unknown) => void>();
  const store = {
    getState: () => state,
    subscribe: (listener: (now: unknown, before: unknown) => void) => {
      subscribers.add(listener);
      return () => subscribers.delete(listener);
    },
  } as unknown as PlaybackStore;
  const live = new LiveUpdates(store, { flush: (notify) => notify(), now: () => clock });
  const told = Array.from({ length: size }, () => 0);
  const isDue = told.map(() => false);
  for (const index of told.keys()) {
    live.subscribe({
      hasChanged: () => isDue[index] === true,
      notify: () => {
        isDue[index] = false;
        told[index] = (told[index] ?? 0) + 1;
        clock += costMs;
      },
    });
  }
  return {
    told,
    change: () => {
      isDue.fill(true);
      clock += frameMs;
      const before = state;
      state = { ...state, history: {} };
      for (const subscriber of subscribers) subscriber(state, before);
    },
  };
}

describe('live updates', () => {
  it('tell everybody at once while nothing plays', () => {
    const crowd = aCrowd(200, { isPlaying: false });
    crowd.change();
    expect(crowd.told).toEqual(Array.from({ length: 200 }, () => 1));
  });

  it('tell everybody in each frame while they are few', () => {
    const crowd = aCrowd(6, { costMs: 0.2 });
    for (let frame = 0; frame < 10; frame++) crowd.change();
    expect(crowd.told).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('tell a crowd in turn, as many as there is time for, and forget nobody', () => {
    const crowd = aCrowd(40, { costMs: 1 });
    const perFrame: number[] = [];
    for (let frame = 0; frame < 120; frame++) {
      const before = crowd.told.reduce((sum, count) => sum + count, 0);
      crowd.change();
      perFrame.push(crowd.told.reduce((sum, count) => sum + count, 0) - before);
    }
    expect(Math.max(...perFrame.slice(30))).toBeLessThanOrEqual(4);
    expect(Math.max(...crowd.told) - Math.min(...crowd.told)).toBeLessThanOrEqual(1);
  });

  it('leave most frames of a large canvas to the flights', () => {
    const crowd = aCrowd(120, { costMs: 0.1 });
    let framesWithChanges = 0;
    for (let frame = 0; frame < 60; frame++) {
      const before = crowd.told.reduce((sum, count) => sum + count, 0);
      crowd.change();
      if (crowd.told.reduce((sum, count) => sum + count, 0) > before) framesWithChanges++;
    }
    expect(framesWithChanges).toBeLessThan(20);
    expect(Math.min(...crowd.told)).toBeGreaterThan(0);
  });
});
