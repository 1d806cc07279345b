/**
 * The run as the panels read it: at once while it stands still, at most ten times a second while it
 * plays. A list that changes sixty times a second can be read by nobody and costs every frame.
 */
import { useSyncExternalStore } from 'react';
import type { App } from '#app';
import type { History, Simulation } from '#sim';
import { useApp } from '../app-context.tsx';

const msBetween = 100;

interface Reading {
  readonly get: () => History;
  readonly subscribe: (listener: () => void) => () => void;
}

/** One for each app, so that all panels change in the same frame. */
const readings = new WeakMap<App, Reading>();

export function useHistory(): History {
  const app = useApp();
  let reading = readings.get(app);
  if (reading === undefined) {
    reading = createReading(app.playback);
    readings.set(app, reading);
  }
  return useSyncExternalStore(reading.subscribe, reading.get, reading.get);
}

export const useSimulation = (): Simulation => useHistory().present;

export function createReading(playback: App['playback']): Reading {
  const listeners = new Set<() => void>();
  let shown = playback.getState().history;
  let shownAt = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let unsubscribe: (() => void) | null = null;

  const show = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    shownAt = performance.now();
    shown = playback.getState().history;
    for (const listener of listeners) listener();
  };
  const look = (): void => {
    const { history, isPlaying } = playback.getState();
    const restMs = isPlaying ? shownAt + msBetween - performance.now() : 0;
    if (restMs <= 0) {
      if (history !== shown) show();
    } else {
      timer ??= setTimeout(show, restMs);
    }
  };

  return {
    get: () => {
      // Nobody has told us of changes while nobody listened.
      if (listeners.size === 0) shown = playback.getState().history;
      return shown;
    },
    subscribe: (listener) => {
      if (listeners.size === 0) shown = playback.getState().history;
      listeners.add(listener);
      unsubscribe ??= playback.subscribe(look);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unsubscribe?.();
        unsubscribe = null;
        if (timer !== null) clearTimeout(timer);
        timer = null;
      };
    },
  };
}
