/** One program in one machine: its turns, and what ends it. */
import { callbacksPerInstant, gasPerInstant, jobsPerInstant, memoryBytes } from './bounds.ts';
import { loadProgram } from './load-program.ts';
import { type Escaped, Machine } from './machine.ts';
import { Outputs } from './outputs.ts';
import { ProgramText } from './program-text.ts';
import type {
  Program,
  ProgramInput,
  ProgramOutput,
  ProgramStart,
  ProgramTurn,
  SourcePlace,
} from './turn.ts';

type StopReason = Extract<ProgramOutput, { type: 'stopped' }>['reason'];

const over: ProgramTurn = { outputs: [], nextTimer: null };
const jobsAtOnce = 1_000;

/** Thrown here, never inside: nothing of this program runs any more. */
class Stop extends Error {}

export class RunningProgram implements Program {
  readonly #start: ProgramStart;
  readonly #text: ProgramText;
  readonly #outputs: Outputs;
  readonly #pulse: (instant: number) => void;
  #machine: Machine | null = null;
  #now: number;
  #instants = 0;
  #gas = 0;
  #gasMax = gasPerInstant;
  #jobs = 0;
  #callbacks = 0;
  #isOver = false;
  #excess: { readonly reason: StopReason; readonly message: string } | null = null;
  #stoppedAt: SourcePlace | null = null;
  readonly #streams = new Set<number>();
  #hasLeft = false;

  /** The pulse is felt as long as the machine is under control; it counts the instants. */
  constructor(start: ProgramStart, pulse: (instant: number) => void = () => {}) {
    this.#start = start;
    this.#now = start.at;
    this.#pulse = pulse;
    this.#text = new ProgramText(start.source);
    this.#outputs = new Outputs(this.#text);
  }

  async start(): Promise<ProgramTurn> {
    const machine = await Machine.make(this.#world());
    this.#machine = machine;
    return this.#within(() => {
      this.#begin(this.#now);
      const failure = loadProgram(machine, this.#text);
      if (failure !== null) this.#escaped(failure, failure.place);
      this.#settle(machine);
      this.#finishInstant(machine);
    });
  }

  async turn(at: number, inputs: readonly ProgramInput[]): Promise<ProgramTurn> {
    const machine = this.#machine;
    if (machine === null || this.#isOver) return over;
    return this.#within(() => {
      for (;;) {
        const due = this.#nextTimer(machine);
        if (due === null || due > at) break;
        this.#begin(Math.max(due, this.#now));
        this.#fireTimers(machine);
        this.#finishInstant(machine);
      }
      this.#begin(Math.max(at, this.#now));
      for (const input of inputs) this.#hear(machine, input);
      this.#finishInstant(machine);
    });
  }

  dispose(): void {
    // The machine has nothing outside itself: letting go of it is enough, whatever state it is in.
    this.#machine = null;
    this.#isOver = true;
  }

  #world() {
    const unlessGone =
      <Given extends readonly unknown[]>(work: (...given: Given) => void) =>
      (...given: Given): void => {
        if (!this.#hasLeft && this.#excess === null) work(...given);
      };
    const outputs = this.#outputs;
    return {
      seed: this.#start.seed,
      at: this.#start.at,
      args: this.#start.args,
      say: unlessGone((level: string, text: string, place: string) =>
        outputs.say(level, text, place),
      ),
      fail: unlessGone((name: string, message: string, stack: string) =>
        this.#failed({ name, message, stack }),
      ),
      exit: (code: number, place: string) => this.#leave(code, place),
      tooMuch: (sentence: string) => this.#exceed('too-much-at-once', sentence),
      connect: unlessGone((stream: number, host: string, port: number, place: string) => {
        this.#streams.add(stream);
        outputs.add({ type: 'connect', stream, host, port, place: this.#text.placeAt(place) });
      }),
      write: unlessGone((stream: number, bytes: Uint8Array, places: string) => {
        const verdict = outputs.write(stream, bytes, places);
        if (verdict !== null) this.#exceed('too-much-at-once', verdict);
      }),
      end: unlessGone((stream: number) => {
        if (this.#streams.delete(stream)) outputs.add({ type: 'end', stream });
      }),
      moreGas: (units: number) => {
        this.#gasMax += units;
      },
      isInterrupted: () => this.#isInterrupted(),
    };
  }

  #isInterrupted(): boolean {
    this.#pulse(this.#instants);
    this.#gas++;
    if (this.#gas > this.#gasMax) {
      this.#exceed('endless', 'It did not come to an end: it looped for too long at one instant.');
    }
    this.#checkMemory();
    return this.#excess !== null;
  }

  #checkMemory(): void {
    if ((this.#machine?.memoryBytes ?? 0) <= memoryBytes) return;
    this.#exceed('memory', 'It needed more memory than the 32 MB it may have.');
  }

  #exceed(reason: StopReason, message: string): void {
    this.#excess ??= { reason, message };
  }

  /** process.exit: its connections are closed and nothing more of it runs. */
  #leave(code: number, place: string): void {
    if (this.#hasLeft || this.#excess !== null) return;
    this.#hasLeft = true;
    for (const stream of this.#streams) this.#outputs.add({ type: 'end', stream });
    this.#streams.clear();
    this.#outputs.add({ type: 'exited', code, place: this.#text.placeAt(place) });
  }

  #within(work: () => void): ProgramTurn {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Stop)) {
        const message = error instanceof Error ? error.message : String(error);
        this.#exceed('crashed', `The machine it ran in has broken down: ${message}`);
      }
    }
    if (this.#excess !== null) {
      const { reason, message } = this.#excess;
      this.#outputs.add({ type: 'stopped', reason, message, place: this.#stoppedAt });
    }
    const outputs = this.#outputs.take();
    if (this.#excess !== null || this.#hasLeft) this.dispose();
    const machine = this.#machine;
    return { outputs, nextTimer: machine === null ? null : this.#nextTimer(machine) };
  }

  #begin(at: number): void {
    this.#now = at;
    this.#instants++;
    this.#gas = 0;
    this.#gasMax = gasPerInstant;
    this.#jobs = 0;
    this.#callbacks = 0;
    this.#pulse(this.#instants);
    this.#ask('setNow', at);
  }

  #nextTimer(machine: Machine): number | null {
    const asked = machine.call('nextTimer');
    const due = 'value' in asked ? Number(asked.value) : -1;
    return due < 0 ? null : due;
  }

  #fireTimers(machine: Machine): void {
    while (this.#ask('fireTimer') === true) this.#settle(machine);
  }

  #finishInstant(machine: Machine): void {
    while (this.#ask('runImmediate') === true) this.#settle(machine);
  }

  #hear(machine: Machine, input: ProgramInput): void {
    if (input.type === 'bytes') this.#ask('receive', input.stream, input.bytes);
    else this.#ask('closed', input.stream, input.isCut);
    this.#settle(machine);
  }

  #ask(...[name, ...given]: Parameters<Machine['call']>): unknown {
    this.#goOn();
    this.#callbacks++;
    if (this.#callbacks > callbacksPerInstant) {
      this.#exceed('too-much-at-once', 'It had more callbacks at one instant than it may have.');
    }
    const answer = this.#machine?.call(name, ...given);
    if (answer !== undefined && 'escaped' in answer) this.#escaped(answer.escaped);
    this.#goOn();
    return answer !== undefined && 'value' in answer ? answer.value : undefined;
  }

  #goOn(): void {
    this.#checkMemory();
    if (this.#excess !== null || this.#hasLeft) throw new Stop();
  }

  /** What is to be done next, and the callbacks of promises, until there are none. */
  #settle(machine: Machine): void {
    this.#pulse(this.#instants);
    for (;;) {
      const ticks = Number(this.#ask('runTicks'));
      this.#callbacks += ticks;
      const hadJobs = this.#runJobs(machine);
      if (ticks === 0 && !hadJobs && !this.#tellOfRejections(machine)) return;
    }
  }

  #runJobs(machine: Machine): boolean {
    let done = 0;
    while (machine.runtime.hasPendingJob()) {
      const result = machine.runtime.executePendingJobs(jobsAtOnce);
      if (result.error !== undefined) this.#escaped(machine.escaped(result.error));
      else done += result.value;
      this.#goOn();
      this.#jobs += result.error === undefined ? result.value : 1;
      if (this.#jobs > jobsPerInstant) {
        const message = 'It had more callbacks of promises at one instant than it may have.';
        this.#exceed('too-much-at-once', message);
      }
      this.#goOn();
    }
    return done > 0;
  }

  #tellOfRejections(machine: Machine): boolean {
    const rejections = machine.rejections.take();
    for (const { reason, promise } of rejections) this.#ask('unhandled', reason, promise);
    return rejections.length > 0;
  }

  #failed({ name, message, stack }: Escaped, place?: SourcePlace | null): void {
    if (name === 'InternalError' && message === 'out of memory') {
      this.#stoppedAt ??= this.#text.placeInStack(stack);
      this.#exceed('memory', 'It needed more memory than the 32 MB it may have.');
    } else this.#outputs.fail(name, message, stack, place);
  }

  #escaped(error: Escaped, place?: SourcePlace | null): void {
    const titled = { ...error, stack: `${error.name}: ${error.message}\n${error.stack}`.trimEnd() };
    if (this.#excess === null) this.#failed(titled, place);
    else this.#stoppedAt ??= this.#text.placeInStack(error.stack);
  }
}
