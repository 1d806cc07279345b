import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Playback, PlaybackStore } from '#app';
import type { History } from '#sim';
import { createStore } from 'zustand/vanilla';
import { createReading } from './use-simulation.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A playback of which nothing is needed but which history it shows, and whether it plays. */
function aPlayback(): PlaybackStore {
  return createStore<Playback>()(
    () => ({ history: historyNumber(0), isPlaying: false }) as Playback,
  );
}

const historyNumber = (number: number): History => ({ number }) as unknown as History;
const numberOf = (history: History): unknown => Reflect.get(history, 'number');

describe('createReading', () => {
  it('tells of every change while the run stands still', () => {
    const playback = aPlayback();
    const reading = createReading(playback);
    const told = vi.fn();
    reading.subscribe(told);
    for (let number = 1; number <= 5; number++) {
      playback.setState({ history: historyNumber(number) });
      expect(numberOf(reading.get())).toBe(number);
    }
    expect(told).toHaveBeenCalledTimes(5);
  });

  it('tells at most ten times a second while it plays, and of the last change in the end', () => {
    const playback = aPlayback();
    const reading = createReading(playback);
    const told = vi.fn();
    reading.subscribe(told);
    playback.setState({ isPlaying: true });
    for (let frame = 1; frame <= 60; frame++) {
      playback.setState({ history: historyNumber(frame) });
      vi.advanceTimersByTime(1_000 / 60);
    }
    expect(told.mock.calls.length).toBeGreaterThanOrEqual(9);
    expect(told.mock.calls.length).toBeLessThanOrEqual(11);
    vi.advanceTimersByTime(100);
    expect(numberOf(reading.get())).toBe(60);
  });

  it('shows where it stands as soon as it pauses', () => {
    const playback = aPlayback();
    const reading = createReading(playback);
    reading.subscribe(() => {});
    playback.setState({ isPlaying: true });
    playback.setState({ history: historyNumber(1) });
    playback.setState({ history: historyNumber(2) });
    playback.setState({ isPlaying: false });
    expect(numberOf(reading.get())).toBe(2);
  });

  it('is up to date when somebody begins to listen', () => {
    const playback = aPlayback();
    const reading = createReading(playback);
    playback.setState({ history: historyNumber(7) });
    expect(numberOf(reading.get())).toBe(7);
    reading.subscribe(() => {})();
    playback.setState({ history: historyNumber(8) });
    reading.subscribe(() => {});
    expect(numberOf(reading.get())).toBe(8);
  });

  it('lets nothing tick on when the last one has left', () => {
    const playback = aPlayback();
    const reading = createReading(playback);
    const leave = reading.subscribe(() => {});
    playback.setState({ isPlaying: true });
    playback.setState({ history: historyNumber(1) });
    playback.setState({ history: historyNumber(2) });
    leave();
    expect(vi.getTimerCount()).toBe(0);
  });
});
