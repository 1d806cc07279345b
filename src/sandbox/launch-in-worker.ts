/**
 * Runs a program in a worker of its own. What the machine cannot interrupt, a loop of its own in C, a
 * watchdog ends with the worker: nothing of the page ever waits for it.
 */
import type { LaunchProgram, Program, ProgramStart, ProgramTurn } from './turn.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const over: ProgramTurn = { outputs: [], nextTimer: null };
const betweenLooks = 500;
/** So many looks in a row without a sign of life, and it is ended: some two seconds. */
const silentLooksMax = 4;
/** At one instant it may be busy for so many looks: slow code can use up its gas very slowly. */
const busyLooksMax = 20;
/** Until the first sign of life the machine is still being fetched. */
const looksWhileLoading = 120;

const stopped = (reason: 'endless' | 'crashed', message: string): ProgramTurn => ({
  outputs: [{ type: 'stopped', reason, message, place: null }],
  nextTimer: null,
});

class WorkerProgram implements Program {
  readonly #start: ProgramStart;
  #worker: Worker | null = null;
  #isOver = false;
  #hasLived = false;
  #silentLooks = 0;
  #busyLooks = 0;
  #instant = 0;
  #look: ReturnType<typeof setInterval> | null = null;
  #answer: ((turn: ProgramTurn) => void) | null = null;

  constructor(start: ProgramStart) {
    this.#start = start;
  }

  async start(): Promise<ProgramTurn> {
    if (this.#isOver) return over;
    const worker = new Worker(new URL('./program-worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#heard(data));
    worker.addEventListener('error', ({ message }) => this.#broken(message));
    return this.#ask({ type: 'start', start: this.#start });
  }

  async turn(...[at, inputs]: Parameters<Program['turn']>): Promise<ProgramTurn> {
    return this.#isOver ? over : this.#ask({ type: 'turn', at, inputs });
  }

  dispose(): void {
    this.#end(over);
  }

  #ask(message: ToWorker): Promise<ProgramTurn> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#silentLooks = 0;
      this.#busyLooks = 0;
      this.#look ??= setInterval(() => this.#watch(), betweenLooks);
      this.#worker?.postMessage(message);
    });
  }

  /** Looks are counted, not seconds: a page that stood still itself must not take it for silence. */
  #watch(): void {
    this.#silentLooks++;
    this.#busyLooks++;
    const isSilent = this.#silentLooks > (this.#hasLived ? silentLooksMax : looksWhileLoading);
    if (!isSilent && !(this.#hasLived && this.#busyLooks > busyLooksMax)) return;
    const message = this.#hasLived
      ? 'It did not come to an end: it kept the machine busy for too long at one instant.'
      : 'The machine it was to run in could not be loaded.';
    this.#end(stopped(this.#hasLived ? 'endless' : 'crashed', message));
  }

  #heard(message: FromWorker): void {
    this.#silentLooks = 0;
    if (message.type === 'alive') {
      if (message.instant !== this.#instant || !this.#hasLived) this.#busyLooks = 0;
      this.#instant = message.instant;
    }
    this.#hasLived = true;
    if (message.type === 'broken') this.#broken(message.message);
    else if (message.type === 'turn') this.#answered(message.turn);
  }

  #broken(message: string): void {
    this.#end(stopped('crashed', `The machine it ran in has broken down: ${message}`));
  }

  #answered(turn: ProgramTurn): void {
    if (this.#look !== null) clearInterval(this.#look);
    this.#look = null;
    const answer = this.#answer;
    this.#answer = null;
    answer?.(turn);
  }

  #end(turn: ProgramTurn): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#worker?.terminate();
    this.#worker = null;
    this.#answered(turn);
  }
}

export const launchInWorker: LaunchProgram = (start) => new WorkerProgram(start);
