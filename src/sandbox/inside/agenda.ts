/** Virtual time inside: timers, immediates and what is to be done next, in the order Node has them. */
import type { Failures } from './failures.ts';
import type { Host } from './host.ts';
import { Timer, type Work } from './timer.ts';

const waitingMax = 10_000;
const ticksAtOnce = 1_000;
const longest = 2 ** 31 - 1;
/** A program that only ever plans immediates would never let time pass: so many rounds take 1 ms. */
const roundsPerMillisecond = 100;

export interface Immediate {
  readonly work: Work;
  readonly given: readonly unknown[];
}

function workOf(work: unknown): Work {
  if (typeof work === 'function') return work as Work;
  throw new TypeError('The "callback" argument must be of type function.');
}

export class Agenda {
  now: number;
  readonly #host: Host;
  readonly #failures: Failures;
  readonly #live = new Map<number, Timer>();
  /** In the order in which they are due; those for one instant in the order in which they were set. */
  #timers: Timer[] = [];
  #lastId = 0;
  #ticks: (() => void)[] = [];
  readonly #immediates = new Set<Immediate>();
  readonly #round = new Set<Immediate>();
  #rounds = 0;
  #roundsAt = -1;

  constructor(host: Host, failures: Failures) {
    this.#host = host;
    this.#failures = failures;
    this.now = host.at;
  }

  set(work: unknown, delay: unknown, isRepeated: boolean, given: readonly unknown[]): Timer {
    const asked = Number(delay);
    const wait = asked >= 1 && asked <= longest ? Math.trunc(asked) : 1;
    const times = { now: this.now, wait, isRepeated };
    const timer = new Timer(this, ++this.#lastId, times, workOf(work), given);
    this.#insert(timer);
    return timer;
  }

  again(timer: Timer): void {
    this.forget(timer);
    timer.due = this.now + timer.wait;
    this.#insert(timer);
  }

  forget(timer: unknown): void {
    const known = this.#live.get(Number(timer));
    if (known === undefined) return;
    this.#live.delete(known.id);
    const at = this.#timers.indexOf(known);
    if (at >= 0) this.#timers.splice(at, 1);
  }

  #insert(timer: Timer): void {
    if (this.#timers.length >= waitingMax) {
      this.#host.tooMuch(`It has set more than ${waitingMax} timers that all wait.`);
      return;
    }
    this.#live.set(timer.id, timer);
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#timers[middle] as Timer).due <= timer.due) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
  }

  nextTimer(): number {
    if (this.#immediates.size + this.#round.size > 0) return this.now + 1;
    return this.#timers[0]?.due ?? -1;
  }

  fireTimer(): boolean {
    const timer = this.#timers[0];
    if (timer === undefined || timer.due > this.now) return false;
    this.#timers.shift();
    if (!timer.isRepeated) this.#live.delete(timer.id);
    this.attempt(() => timer.run());
    if (timer.isRepeated && this.#live.has(timer.id)) this.again(timer);
    return true;
  }

  tick(work: unknown, given: readonly unknown[]): void {
    const wanted = workOf(work);
    this.#ticks.push(() => void wanted(...given));
  }

  runTicks(): number {
    let done = 0;
    while (this.#ticks.length > 0 && done < ticksAtOnce) {
      const ticks = this.#ticks;
      this.#ticks = [];
      for (const tick of ticks) this.attempt(tick);
      done += ticks.length;
    }
    return done;
  }

  plan(work: unknown, given: readonly unknown[]): Immediate {
    const entry: Immediate = { work: workOf(work), given };
    if (this.#immediates.size >= waitingMax) {
      this.#host.tooMuch(`It has set more than ${waitingMax} immediates that all wait.`);
    } else this.#immediates.add(entry);
    return entry;
  }

  cancel(entry: unknown): void {
    this.#immediates.delete(entry as Immediate);
    this.#round.delete(entry as Immediate);
  }

  runImmediate(): boolean {
    if (this.#roundsAt !== this.now) {
      this.#roundsAt = this.now;
      this.#rounds = 0;
    }
    if (this.#round.size === 0) {
      if (this.#immediates.size === 0 || this.#rounds >= roundsPerMillisecond) return false;
      this.#rounds++;
      for (const entry of this.#immediates) this.#round.add(entry);
      this.#immediates.clear();
    }
    for (const entry of this.#round) {
      this.#round.delete(entry);
      this.attempt(() => entry.work(...entry.given));
      break;
    }
    return true;
  }

  attempt(work: () => unknown): void {
    try {
      work();
    } catch (error) {
      this.#failures.uncaught(error);
    }
  }
}
