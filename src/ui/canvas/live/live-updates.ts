/**
 * Lets nodes follow the run without a crowd of busy ones spoiling the frame.
 *
 * While nothing plays, every listener hears of every change at once. While it plays, only so many
 * of those whose part has changed hear of it in one frame; the others follow in the next frames, in
 * turn. A scenario for teaching is below that number and shows each frame as it is; fifty busy
 * queues show their counts some ten times a second and leave the rest of the frame to the flights.
 */
import type { PlaybackStore } from '#app';

interface Listener {
  readonly hasChanged: () => boolean;
  readonly notify: () => void;
}

export const notifiedPerFrameMax = 12;

export class LiveUpdates {
  readonly #store: PlaybackStore;
  readonly #listeners = new Set<Listener>();
  #order: Listener[] = [];
  #next = 0;
  #unsubscribe: (() => void) | null = null;

  constructor(store: PlaybackStore) {
    this.#store = store;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#order = [...this.#listeners];
    this.#unsubscribe ??= this.#store.subscribe(() => this.#spread());
    return () => {
      this.#listeners.delete(listener);
      this.#order = [...this.#listeners];
      if (this.#listeners.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = null;
    };
  }

  #spread(): void {
    const order = this.#order;
    let left = this.#store.getState().isPlaying ? notifiedPerFrameMax : Infinity;
    const first = this.#next % Math.max(1, order.length);
    for (let step = 0; step < order.length; step++) {
      const index = (first + step) % order.length;
      const listener = order[index] as Listener;
      if (!listener.hasChanged()) continue;
      if (left === 0) {
        this.#next = index;
        return;
      }
      left--;
      listener.notify();
    }
    this.#next = 0;
  }
}
