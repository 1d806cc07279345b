/** What the page and the worker that a program runs in say to each other. */
import type { ProgramInput, ProgramStart, ProgramTurn } from './turn.ts';

export type ToWorker =
  | { readonly type: 'start'; readonly start: ProgramStart }
  | { readonly type: 'turn'; readonly at: number; readonly inputs: readonly ProgramInput[] };

export type FromWorker =
  /** It works, has its machine under control, and is at the instant of that number. */
  | { readonly type: 'alive'; readonly instant: number }
  | { readonly type: 'turn'; readonly turn: ProgramTurn }
  | { readonly type: 'broken'; readonly message: string };
