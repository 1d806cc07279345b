/** Counts something, and how often a second it has lately happened. */
import type { Instant } from '#engine';

/** RabbitMQ looks at its counters every five seconds. */
const periodMs = 5_000;

export class Rate {
  #total = 0;
  #period = 0;
  #inPeriod = 0;
  #inPeriodBefore = 0;

  get total(): number {
    return this.#total;
  }

  add(at: Instant, count = 1): void {
    this.#turnTo(at);
    this.#total += count;
    this.#inPeriod += count;
  }

  /** In the last period that is over. */
  perSecond(at: Instant): number {
    this.#turnTo(at);
    return this.#inPeriodBefore / (periodMs / 1000);
  }

  #turnTo(at: Instant): void {
    const period = Math.floor(at / periodMs);
    if (period === this.#period) return;
    this.#inPeriodBefore = period === this.#period + 1 ? this.#inPeriod : 0;
    this.#inPeriod = 0;
    this.#period = period;
  }
}
