/** How nodes read the run: by parts that keep their identity while they do not change. */
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { JSX, ReactNode } from 'react';
import type { Playback } from '#app';
import { useApp } from '../../app-context.tsx';
import { LiveUpdates } from './live-updates.ts';

const LiveContext = createContext<LiveUpdates | null>(null);

export function LiveProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const { playback } = useApp();
  const live = useMemo(() => new LiveUpdates(playback), [playback]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/**
 * A part of the playback, for a node. Select something that keeps its identity while it does not
 * change, or a plain value; the component renders when it becomes another. While many nodes change
 * at once it may lag some frames behind; see live-updates.ts.
 */
export function useLive<Part>(select: (playback: Playback) => Part): Part {
  const live = useContext(LiveContext);
  const { playback } = useApp();
  if (live === null) throw new Error('A node must be inside <LiveProvider>.');
  const shown = useRef<{ part: Part } | null>(null);
  const selectRef = useRef(select);
  selectRef.current = select;

  const subscribe = useCallback(
    (notify: () => void) =>
      live.subscribe({
        hasChanged: () => {
          const last = shown.current;
          return last === null || !Object.is(last.part, selectRef.current(playback.getState()));
        },
        notify,
      }),
    [live, playback],
  );
  const read = (): Part => {
    const part = select(playback.getState());
    shown.current = { part };
    return part;
  };
  return useSyncExternalStore(subscribe, read, read);
}
