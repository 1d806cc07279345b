/**
 * What the visitor has done to the run, so that it can be undone.
 *
 * Undo swaps whole runs: a run is small and decides everything, so nothing can be forgotten by an
 * undo that goes by runs. Edits and interventions share the one list, in the order in which they
 * were made.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Run } from '#sim';

export const undoEntriesMax = 200;

export interface UndoEntry {
  /** What was done, as a menu says it: `Add queue`. */
  readonly label: string;
  /** The run as it was before (or, in `future`, as it is after). */
  readonly run: Run;
  /** Entries in a row with the same key are one step; null for a step of its own. */
  readonly mergeKey: string | null;
}

export interface Undo {
  /** The latest last. */
  readonly past: readonly UndoEntry[];
  /** The next to redo last. */
  readonly future: readonly UndoEntry[];

  /** Keeps `run` as it was before `label` was done. What had been undone is forgotten. */
  readonly remember: (label: string, run: Run, mergeKey?: string | null) => void;
  /** The run to go back to, where there is one; `current` can then be redone. */
  readonly takeBack: (current: Run) => UndoEntry | null;
  readonly takeAgain: (current: Run) => UndoEntry | null;
  readonly clear: () => void;
}

export type UndoStore = StoreApi<Undo>;

export function createUndoStore(): UndoStore {
  return createStore<Undo>()((set, get) => ({
    past: [],
    future: [],

    remember: (label, run, mergeKey = null) => {
      const { past } = get();
      const continues = mergeKey !== null && past.at(-1)?.mergeKey === mergeKey;
      const entries = continues ? past : [...past, { label, run, mergeKey }];
      set({ past: entries.slice(-undoEntriesMax), future: [] });
    },
    takeBack: (current) => {
      const { past, future } = get();
      const entry = past.at(-1);
      if (entry === undefined) return null;
      set({ past: past.slice(0, -1), future: [...future, { ...entry, run: current }] });
      return entry;
    },
    takeAgain: (current) => {
      const { past, future } = get();
      const entry = future.at(-1);
      if (entry === undefined) return null;
      // A step that was undone once does not grow any more.
      set({
        future: future.slice(0, -1),
        past: [...past, { ...entry, run: current, mergeKey: null }],
      });
      return entry;
    },
    clear: () => set({ past: [], future: [] }),
  }));
}
