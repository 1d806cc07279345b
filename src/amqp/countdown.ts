/**
 * Something that is to happen after a while, where time is known only from ticks: it counts from the
 * last tick before it was started, or else from the next one.
 */
export class Countdown {
  #lastTick: number | null = null;
  #wait: number | null = null;
  #endsAt = Infinity;

  start(ms: number): void {
    this.#wait = ms;
    this.#endsAt = this.#lastTick === null ? Infinity : this.#lastTick + ms;
  }

  stop(): void {
    this.#wait = null;
    this.#endsAt = Infinity;
  }

  /** Whether the time has come; it says so once. */
  tick(nowMs: number): boolean {
    this.#lastTick = nowMs;
    if (this.#wait === null) return false;
    if (this.#endsAt === Infinity) this.#endsAt = nowMs + this.#wait;
    if (nowMs < this.#endsAt) return false;
    this.stop();
    return true;
  }
}
