/** How components read the app's stores. */
import { createContext, useContext, useMemo } from 'react';
import type { JSX, ReactNode } from 'react';
import { useStore } from 'zustand';
import type { App, Document, Playback, ProgramsAtWork, View } from '#app';

const AppContext = createContext<App | null>(null);

export function AppProvider({
  app,
  children,
}: {
  readonly app: App;
  readonly children: ReactNode;
}): JSX.Element {
  return <AppContext value={app}>{children}</AppContext>;
}

/** The stores themselves, for event handlers; reading them never renders anything again. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('A component that uses the app must be inside <AppProvider>.');
  return app;
}

/**
 * A part of the playback. The component renders again only when that part becomes another value, so
 * select the smallest part that will do, and select it as it is: a queue, never a list made of
 * queues. What changes with every frame is not for React: see `usePlayhead`.
 */
export function usePlayback<Part>(select: (playback: Playback) => Part): Part {
  return useStore(useApp().playback, select);
}

export function useDocument<Part>(select: (document: Document) => Part): Part {
  return useStore(useApp().document, select);
}

export function useView<Part>(select: (view: View) => Part): Part {
  return useStore(useApp().view, select);
}

export function usePrograms<Part>(select: (programs: ProgramsAtWork) => Part): Part {
  return useStore(useApp().programs, select);
}

/** The playhead, for whoever follows it frame by frame outside React. */
export interface Playhead {
  /** In milliseconds, with fractions. */
  readonly get: () => number;
  /** Called after each change; gives the function that ends it. */
  readonly subscribe: (listener: (playheadMs: number) => void) => () => void;
}

export function usePlayhead(): Playhead {
  const { playback } = useApp();
  return useMemo(
    () => ({
      get: () => playback.getState().playheadMs,
      subscribe: (listener) =>
        playback.subscribe(({ playheadMs }, before) => {
          if (playheadMs !== before.playheadMs) listener(playheadMs);
        }),
    }),
    [playback],
  );
}
