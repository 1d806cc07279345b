/** How the programs of the open run are doing. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

/**
 * `asking`: they came with a link or a file, and the visitor has not said yet that they may run.
 * `catching-up`: they are being run again from the start of the run, because it goes differently now.
 */
export type ProgramsStatus = 'none' | 'loading' | 'asking' | 'running' | 'catching-up' | 'failed';

export interface ProgramsAtWork {
  readonly status: ProgramsStatus;
  /** The visitor has seen the programs, and they may run. */
  readonly allow: () => void;
  /** After `failed`: loads what runs them again. */
  readonly retry: () => void;
}

export type ProgramsStore = StoreApi<ProgramsAtWork>;

export const createProgramsStore = (): ProgramsStore =>
  createStore<ProgramsAtWork>()(() => ({ status: 'none', allow: () => {}, retry: () => {} }));
