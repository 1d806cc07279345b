/** What setTimeout gives: an object, as in Node, that counts as its number. */
export type Work = (...given: readonly unknown[]) => unknown;

export interface TimerKeeper {
  readonly again: (timer: Timer) => void;
  readonly forget: (timer: unknown) => void;
}

export class Timer {
  readonly id: number;
  readonly wait: number;
  readonly isRepeated: boolean;
  due: number;
  readonly #keeper: TimerKeeper;
  readonly #work: Work;
  readonly #given: readonly unknown[];

  constructor(
    keeper: TimerKeeper,
    id: number,
    times: { readonly now: number; readonly wait: number; readonly isRepeated: boolean },
    work: Work,
    given: readonly unknown[],
  ) {
    this.#keeper = keeper;
    this.id = id;
    this.wait = times.wait;
    this.isRepeated = times.isRepeated;
    this.due = times.now + times.wait;
    this.#work = work;
    this.#given = given;
  }

  run(): void {
    this.#work.apply(this, this.#given as unknown[]);
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }

  refresh(): this {
    this.#keeper.again(this);
    return this;
  }

  close(): this {
    this.#keeper.forget(this);
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.id;
  }
}
