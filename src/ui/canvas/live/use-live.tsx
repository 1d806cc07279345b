/** How nodes read the run: by parts that keep their identity while they do not change. */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { JSX, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { Playback } from '#app';
import { useApp } from '../../app-context.tsx';
import { LiveUpdates } from './live-updates.ts';

const LiveContext = createContext<LiveUpdates | null>(null);

export function LiveProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const { playback } = useApp();
  const live = useMemo(
    () => new LiveUpdates(playback, { flush: flushSync, now: () => performance.now() }),
    [playback],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

/**
 * A part of the playback, for a node. Select something that keeps its identity while it does not
 * change, or a plain value, or a record of such: the component renders when it, or one of its
 * members, becomes another. While many nodes change at once it may lag some frames behind; see
 * live-updates.ts.
 */
export function useLive<Part>(select: (playback: Playback) => Part): Part {
  const live = useContext(LiveContext);
  const { playback } = useApp();
  if (live === null) throw new Error('A node must be inside <LiveProvider>.');
  const shown = useRef<{ readonly part: Part } | null>(null);
  const latest = useRef(select);
  useEffect(() => {
    latest.current = select;
  });

  const subscribe = useCallback(
    (notify: () => void) =>
      live.subscribe({
        hasChanged: () => {
          const last = shown.current;
          return last === null || !isSame(last.part, latest.current(playback.getState()));
        },
        notify,
      }),
    [live, playback],
  );
  const read = (): Part => {
    const part = select(playback.getState());
    const last = shown.current;
    if (last !== null && isSame(last.part, part)) return last.part;
    shown.current = { part };
    return part;
  };
  return useSyncExternalStore(subscribe, read, read);
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.is(one[name], other[name]))
  );
}

/** A record made by a selector; what comes from the simulation is compared as it is. */
const isRecord = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype;
