/**
 * Lets nodes follow the run without a crowd of busy ones spoiling the frame.
 *
 * While nothing plays, every listener hears of every change at once. While it plays, only so many of
 * those whose part has changed hear of it at a time as can be rendered in a small part of a frame;
 * the others follow in turn. A scenario for teaching stays far below that and shows each frame as it
 * is. On a large canvas not every frame changes nodes: laying out and painting cost the same for one
 * node as for ten, so fifty busy queues show their counts some times a second, and the frames between
 * belong to the flights.
 */
import type { PlaybackStore } from '#app';

export interface LiveListener {
  readonly hasChanged: () => boolean;
  readonly notify: () => void;
}

export interface LiveOptions {
  /** Renders at once what the function asks for. */
  readonly flush: (notify: () => void) => void;
  readonly now: () => number;
}

/** Rendering nodes may cost so much at a time; layout and paint come to about as much again. */
const costMsMax = 3;
const notifiedMin = 2;
const notifiedFirst = 12;
/** With more listeners than this a canvas is large, and nodes change no more often than that. */
const listenersMax = 50;
const largeEveryMs = 66;
/** How much the latest frame counts in what a node is thought to cost. */
const learning = 0.25;

export class LiveUpdates {
  readonly #store: PlaybackStore;
  readonly #options: LiveOptions;
  readonly #listeners = new Set<LiveListener>();
  #order: readonly LiveListener[] = [];
  #next = 0;
  #costMs = costMsMax / notifiedFirst;
  #notifiedAt = -Infinity;
  #unsubscribe: (() => void) | null = null;

  constructor(store: PlaybackStore, options: LiveOptions) {
    this.#store = store;
    this.#options = options;
  }

  subscribe(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    this.#order = [...this.#listeners];
    this.#unsubscribe ??= this.#store.subscribe((now, before) => {
      if (now.history !== before.history || now.isPlaying !== before.isPlaying) this.#spread();
    });
    return () => {
      this.#listeners.delete(listener);
      this.#order = [...this.#listeners];
      if (this.#listeners.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = null;
    };
  }

  #spread(): void {
    if (!this.#store.getState().isPlaying) {
      for (const listener of this.#order) if (listener.hasChanged()) listener.notify();
      return;
    }
    const start = this.#options.now();
    const isLarge = this.#order.length > listenersMax;
    if (isLarge && start - this.#notifiedAt < largeEveryMs) return;
    this.#notifiedAt = start;
    const due = this.#takeDue(Math.max(notifiedMin, Math.floor(costMsMax / this.#costMs)));
    if (due.length === 0) return;
    this.#options.flush(() => {
      for (const listener of due) listener.notify();
    });
    const each = Math.max(0.01, (this.#options.now() - start) / due.length);
    this.#costMs += (each - this.#costMs) * learning;
  }

  /** The next listeners in turn that have something to hear, at most so many. */
  #takeDue(max: number): readonly LiveListener[] {
    const order = this.#order;
    const due: LiveListener[] = [];
    const first = this.#next % Math.max(1, order.length);
    for (let step = 0; step < order.length; step++) {
      const index = (first + step) % order.length;
      const listener = order[index] as LiveListener;
      if (!listener.hasChanged()) continue;
      if (due.length === max) {
        this.#next = index;
        return due;
      }
      due.push(listener);
    }
    return due;
  }
}
