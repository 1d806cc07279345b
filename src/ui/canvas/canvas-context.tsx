/** How the parts of the canvas reach its store. */
import { createContext, useContext, useLayoutEffect, useState } from 'react';
import type { JSX, ReactNode } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../app-context.tsx';
import { createCanvasStore } from './canvas-store.ts';
import type { CanvasState, CanvasStore } from './canvas-store.ts';

const CanvasContext = createContext<CanvasStore | null>(null);

/** Keeps the graph of the document at hand; it changes when somebody edits, and at no other time. */
export function CanvasProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const { document, playback } = useApp();
  const [store] = useState(() =>
    createCanvasStore(document.getState().scenario, playback.getState().history.run.script),
  );
  useLayoutEffect(() => {
    const read = (): void => {
      const { run, present } = playback.getState().history;
      const declaredBy = present.programs?.found.declaredBy;
      store.getState().readDocument(document.getState().scenario, run.script, declaredBy);
    };
    read();
    return document.subscribe(read);
  }, [document, playback, store]);
  return <CanvasContext value={store}>{children}</CanvasContext>;
}

/** A part of the canvas's state; the component renders when that becomes another value. */
export function useCanvas<Part>(select: (state: CanvasState) => Part): Part {
  return useStore(useCanvasStore(), select);
}

/** The store itself, for event handlers. */
export function useCanvasStore(): CanvasStore {
  const store = useContext(CanvasContext);
  if (store === null) throw new Error('A part of the canvas must be inside <CanvasProvider>.');
  return store;
}
