import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Alarm, Command } from '#engine';
import { watchMemory } from './memory-watch.ts';

/** A broker and a heap of which half may be garbage. */
function aWatched() {
  const state = { alarms: [] as Alarm[], used: 0, garbage: 0, collections: 0 };
  const broker = {
    get alarms() {
      return state.alarms;
    },
  } as never;
  const ask = (command: Command): void => {
    if (command.type === 'alarm.set') state.alarms = [...state.alarms, command.alarm];
    if (command.type === 'alarm.clear') state.alarms = [];
  };
  const heap = {
    usedShare: () => state.used + state.garbage,
    collect: () => {
      state.collections += 1;
      state.garbage = 0;
    },
  };
  return { state, stop: watchMemory({ broker, ask }, heap) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the memory watch', () => {
  it('raises the alarm when the heap is nearly full, and clears it when there is room again', () => {
    const { state } = aWatched();
    state.used = 0.7;
    vi.advanceTimersByTime(1_000);
    expect(state.alarms).toEqual(['memory']);
    state.used = 0.55;
    vi.advanceTimersByTime(10_000);
    expect(state.alarms).toEqual(['memory']);
    state.used = 0.4;
    vi.advanceTimersByTime(1_000);
    expect(state.alarms).toEqual([]);
  });

  it('does not take garbage for memory in use', () => {
    const { state } = aWatched();
    Object.assign(state, { used: 0.3, garbage: 0.5 });
    vi.advanceTimersByTime(5_000);
    expect(state.alarms).toEqual([]);
    expect(state.collections).toBe(1);
    Object.assign(state, { used: 0.55, garbage: 0.1 });
    vi.advanceTimersByTime(5_000);
    // There is always some; not every bit of it is worth a collection.
    state.garbage = 0.15;
    vi.advanceTimersByTime(5_000);
    expect(state.collections).toBe(2);
    state.garbage = 0.25;
    vi.advanceTimersByTime(5_000);
    expect(state.collections).toBe(3);
    expect(state.alarms).toEqual([]);
  });

  it('sees by itself that garbage is gone while nobody may publish', () => {
    const { state } = aWatched();
    state.used = 0.7;
    vi.advanceTimersByTime(1_000);
    Object.assign(state, { used: 0.3, garbage: 0.4 });
    vi.advanceTimersByTime(5_000);
    expect(state.alarms).toEqual([]);
  });

  it('leaves an alarm to those who have raised it', () => {
    const { state } = aWatched();
    state.alarms = ['memory'];
    vi.advanceTimersByTime(5_000);
    expect(state.alarms).toEqual(['memory']);
  });

  it('ends when it is told to', () => {
    const { state, stop } = aWatched();
    stop();
    state.used = 0.9;
    vi.advanceTimersByTime(5_000);
    expect(state.alarms).toEqual([]);
  });
});
