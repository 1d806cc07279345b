/**
 * The run on the screen and the playhead over it. The only store that holds a simulation, and the
 * only code in the app that moves one.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Instant } from '#engine';
import {
  beginHistory,
  intervene,
  playableUntil,
  seek,
  stepBack,
  stepForward,
  withLongerTape,
} from '#sim';
import type { Act, History, Run, Tape } from '#sim';
import { swapRun } from './swap-run.ts';
import type { UndoStore } from './undo-store.ts';

export const speeds = [0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 50, 100] as const;

export interface Playback {
  readonly history: History;
  /**
   * Where the playhead is, in fractions of a millisecond too: in slow motion a screen frame is less
   * than one. The simulation stands at the whole millisecond at or before it.
   */
  readonly playheadMs: number;
  /**
   * Where the playhead is to come as soon as it is known what programs do until then; `next` is the
   * next thing that can be seen. Null where it is where it should be.
   */
  readonly wanted: number | 'next' | null;
  /** Counts the runs that were opened. */
  readonly openNumber: number;
  readonly isPlaying: boolean;
  /** Virtual milliseconds for each real one. */
  readonly speed: number;

  readonly play: () => void;
  readonly pause: () => void;
  readonly toggle: () => void;
  /** Bounded to the slowest and the fastest of `speeds`. */
  readonly setSpeed: (speed: number) => void;
  /** Moves the playhead, forward or back. Before the start is the start. */
  readonly seek: (playheadMs: number) => void;
  /** To the next instant at which something happens that can be seen; pauses. */
  readonly stepForward: () => void;
  readonly stepBack: () => void;
  readonly toStart: () => void;
  /** Lets real time pass; the ticker calls it once for every frame on the screen. */
  readonly tick: (elapsedMs: number) => void;
  /**
   * Does something at the playhead; `label` says what, for undo. What lay ahead is forgotten: it
   * will go differently.
   */
  readonly intervene: (act: Act, label: string) => void;
  /** Begins another run, paused at its start. */
  readonly open: (run: Run) => void;
  /** Puts another run in the place of this one and keeps the playhead: undo, redo and edits. */
  readonly swap: (run: Run) => void;
  /** It is known by now what programs did until later. */
  readonly learn: (tape: Tape) => void;
}

export type PlaybackStore = StoreApi<Playback>;

const slowest = speeds[0];
const fastest = speeds[speeds.length - 1] as number;

export function createPlaybackStore(run: Run, undo: UndoStore): PlaybackStore {
  return createStore<Playback>()((set, get) => ({
    history: beginHistory(run),
    playheadMs: 0,
    wanted: null,
    openNumber: 0,
    isPlaying: false,
    speed: 1,

    play: () => set({ isPlaying: true }),
    pause: () => set({ isPlaying: false, wanted: null }),
    toggle: () => set(({ isPlaying }) => ({ isPlaying: !isPlaying, wanted: null })),
    setSpeed: (speed) => set({ speed: Math.min(fastest, Math.max(slowest, speed)) }),

    seek: (wantedMs) => set((before) => soughtIn(before, wantedMs)),
    stepForward: () => {
      const { history } = get();
      const next = stepForward(history);
      const isWaiting = next === history && history.run.programs !== undefined;
      set({ ...steppedTo(next), wanted: isWaiting ? 'next' : null });
    },
    stepBack: () => set(({ history }) => steppedTo(stepBack(history))),
    toStart: () => get().seek(0),
    tick: (elapsedMs) => {
      const { isPlaying, playheadMs, speed, history } = get();
      if (!isPlaying) return;
      const { script } = history.run;
      const ms = elapsedMs * speed;
      get().seek(script === undefined ? playheadMs + ms : script.playOn(playheadMs, ms));
      const isOver = script !== undefined && get().playheadMs === script.endsAt;
      if (isOver && playheadMs < script.endsAt) get().pause();
    },

    intervene: (act, label) => {
      undo.getState().remember(label, get().history.run);
      set(({ history }) => ({ history: intervene(history, act) }));
    },
    open: (opened) => set((before) => openedAfter(before, opened)),
    swap: (swapped) => {
      const { history, playheadMs } = get();
      // A run that begins differently starts anew; the playhead stays where it is all the same.
      set({ history: swapRun(history, swapped) });
      get().seek(playheadMs);
    },
    learn: (tape) => set(({ history }) => ({ history: withLongerTape(history, tape) })),
  }));
}

type Standing = Pick<Playback, 'history' | 'playheadMs' | 'wanted'>;

/** The playhead there, or as near as it is known what programs do. */
function soughtIn({ history }: Playback, wantedMs: number): Standing {
  const playheadMs = Math.max(0, Math.min(wantedMs, playableUntil(history.run.programs)));
  const at = Math.floor(playheadMs);
  return {
    history: at === history.present.now ? history : seek(history, at as Instant),
    playheadMs,
    wanted: wantedMs > playheadMs ? wantedMs : null,
  };
}

const steppedTo = (history: History): Standing & Pick<Playback, 'isPlaying'> => ({
  history,
  playheadMs: history.present.now,
  wanted: null,
  isPlaying: false,
});

function openedAfter(before: Playback, run: Run): Partial<Playback> {
  // A script comes with the speed at which it can be followed, and takes it away again.
  const usual = before.history.run.script === undefined ? before.speed : 1;
  return {
    history: beginHistory(run),
    playheadMs: 0,
    wanted: null,
    openNumber: before.openNumber + 1,
    isPlaying: false,
    speed: run.script?.speed ?? usual,
  };
}
