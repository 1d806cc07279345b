/** Waiting: for an answer, and for silence. */

const silenceAtMostMs = 60_000;
const answerWithinMs = 30_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export class Settling {
  #heardAt = 0;
  #wake: (() => void) | null = null;

  /** Something came. */
  stir(): void {
    this.#heardAt = performance.now();
    this.#wake?.();
  }

  /** Until it is so. What may make it so is told by `stir`. */
  async until(isSo: () => boolean, what: string): Promise<void> {
    const latest = performance.now() + answerWithinMs;
    while (!isSo()) {
      if (performance.now() > latest) throw new Error(`The broker does not answer ${what}.`);
      const stirred = new Promise<void>((done) => (this.#wake = done));
      await Promise.race([stirred, pause(100)]);
    }
  }

  /** Until nothing has come for so long, counted from now on. */
  async silence(ms: number): Promise<void> {
    const from = performance.now();
    for (;;) {
      const left = ms - (performance.now() - Math.max(from, this.#heardAt));
      if (left <= 0 || performance.now() - from > silenceAtMostMs) return;
      await pause(left);
    }
  }
}
