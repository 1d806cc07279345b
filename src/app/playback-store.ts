/**
 * The run on the screen and the playhead over it. The only store that holds a simulation, and the
 * only code in the app that moves one.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Instant } from '#engine';
import { beginHistory, intervene, seek, stepBack, stepForward } from '#sim';
import type { Act, History, Run } from '#sim';
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
}

export type PlaybackStore = StoreApi<Playback>;

const slowest = speeds[0];
const fastest = speeds[speeds.length - 1] as number;

export function createPlaybackStore(run: Run, undo: UndoStore): PlaybackStore {
  return createStore<Playback>()((set, get) => ({
    history: beginHistory(run),
    playheadMs: 0,
    isPlaying: false,
    speed: 1,

    play: () => set({ isPlaying: true }),
    pause: () => set({ isPlaying: false }),
    toggle: () => set(({ isPlaying }) => ({ isPlaying: !isPlaying })),
    setSpeed: (speed) => set({ speed: Math.min(fastest, Math.max(slowest, speed)) }),

    seek: (wantedMs) => {
      const { history } = get();
      const playheadMs = Math.max(0, wantedMs);
      const at = Math.floor(playheadMs);
      set({
        history: at === history.present.now ? history : seek(history, at as Instant),
        playheadMs,
      });
    },
    stepForward: () => {
      const history = stepForward(get().history);
      set({ history, playheadMs: history.present.now, isPlaying: false });
    },
    stepBack: () => {
      const history = stepBack(get().history);
      set({ history, playheadMs: history.present.now, isPlaying: false });
    },
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
    open: (opened) => {
      // A script comes with the speed at which it can be followed, and takes it away again.
      const usual = get().history.run.script === undefined ? get().speed : 1;
      const speed = opened.script?.speed ?? usual;
      set({ history: beginHistory(opened), playheadMs: 0, isPlaying: false, speed });
    },
    swap: (swapped) => {
      const { history, playheadMs } = get();
      // A run that begins differently starts anew; the playhead stays where it is all the same.
      set({ history: seek(swapRun(history, swapped), Math.floor(playheadMs) as Instant) });
    },
  }));
}
