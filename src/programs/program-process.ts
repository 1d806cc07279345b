/** One program that runs: the sandbox it is in, its connections, and what it has not been told yet. */
import type { BrokerProfile, ConnectionId, Instant } from '#engine';
import type { LaunchProgram, Program, ProgramInput, ProgramOutput, ProgramTurn } from '#sandbox';
import type { ClientSpec } from '#scenario';
import { programConnectionId, startUpMs } from '#sim';
import type { DeedBody, HeardByProgram, SourcePlace } from '#sim';
import { ProgramWire } from './program-wire.ts';

export interface ProcessOptions {
  readonly spec: ClientSpec;
  /** Counts the times that it was started. */
  readonly session: number;
  readonly startedAt: Instant;
  readonly seed: number;
  readonly profile: BrokerProfile;
  readonly launch: LaunchProgram;
  readonly checkLogin: (user: string, password: string) => boolean;
}

/** What it did in a turn, and where in its text. */
export type Done = DeedBody & { readonly place: SourcePlace | null };

/** As many turns of one program at one instant are more than any needs. */
const turnsAtOnceMax = 2_000;

export class ProgramProcess {
  readonly session: number;
  readonly #name: string;
  readonly #options: ProcessOptions;
  readonly #program: Program;
  readonly #wires = new Map<number, ProgramWire>();
  readonly #inputs: ProgramInput[] = [];
  #done: Done[] = [];
  #isStarted = false;
  #isOver = false;
  #nextTimer: number | null = null;
  #turnsAt = { at: -1, count: 0 };

  constructor(options: ProcessOptions) {
    const { spec, seed, startedAt, launch, session } = options;
    const { program } = spec;
    this.#options = options;
    this.session = session;
    this.#name = spec.name;
    this.#program = launch({
      source: program?.source ?? '',
      args: program?.arguments ?? [],
      seed: seedOf(seed, spec.name, session),
      at: startedAt + startUpMs,
    });
  }

  /** When it wants its next turn, as far as that is known at `now`; Infinity for never. */
  dueAt(now: number): number {
    if (this.#isOver) return Infinity;
    if (!this.#isStarted) return this.#options.startedAt + startUpMs;
    const soonest = Math.max(now, this.#turnsAt.at);
    return this.#inputs.length > 0 ? soonest : Math.max(soonest, this.#nextTimer ?? Infinity);
  }

  hear(heard: HeardByProgram): void {
    if (heard.type === 'frame') this.#wireOf(heard.frame.connection)?.hear(heard.frame);
    else this.#wireOf(heard.connection)?.cut();
  }

  /** Its turn at that instant; gives what it did. */
  async turn(at: number): Promise<readonly Done[]> {
    const before = this.#turnsAt.at === at ? this.#turnsAt.count : 0;
    this.#turnsAt = { at, count: before + 1 };
    this.#done = [];
    const turn = await this.#take(at);
    for (const output of turn.outputs) this.#hand(output);
    this.#nextTimer = turn.nextTimer;
    if (before > turnsAtOnceMax) this.#stop('It goes on and on without any time passing.');
    if (this.#isIdle) this.#end({ type: 'ends', code: 0, place: null });
    return this.#done;
  }

  dispose(): void {
    this.#isOver = true;
    this.#program.dispose();
  }

  #take(at: number): Promise<ProgramTurn> {
    if (this.#isStarted) return this.#program.turn(at, this.#inputs.splice(0));
    this.#isStarted = true;
    return this.#program.start();
  }

  get #isIdle(): boolean {
    if (this.#isOver || this.#nextTimer !== null || this.#inputs.length > 0) return false;
    return [...this.#wires.values()].every(({ isOver }) => isOver);
  }

  #wireOf(connection: ConnectionId): ProgramWire | undefined {
    return [...this.#wires.values()].find(({ id }) => id === connection);
  }

  #hand(output: ProgramOutput): void {
    if (this.#isOver) return;
    switch (output.type) {
      case 'connect':
        this.#connect(output);
        break;
      case 'bytes':
        this.#wires.get(output.stream)?.receive(output);
        break;
      case 'end':
        this.#wires.get(output.stream)?.end();
        this.#wires.delete(output.stream);
        break;
      case 'console': {
        const { level, text, place } = output;
        this.#done.push({ type: 'says', level, text, place });
        break;
      }
      case 'failed': {
        const { name, message, place } = output;
        this.#end({ type: 'fails', text: `${name}: ${message}`, place });
        break;
      }
      case 'exited':
        this.#end({ type: 'ends', code: output.code, place: output.place });
        break;
      case 'stopped':
        this.#end({ type: 'is-stopped', text: output.message, place: output.place });
        break;
    }
  }

  #connect({ stream, place }: Extract<ProgramOutput, { type: 'connect' }>): void {
    const { profile, checkLogin } = this.#options;
    this.#wires.set(
      stream,
      new ProgramWire({
        id: programConnectionId(this.#name, this.session, stream),
        stream,
        profile,
        checkLogin,
        // The handshake is the library's own; who connects has asked for it.
        ask: (method, at) =>
          this.#done.push({
            type: 'asks',
            method,
            place: method.type === 'connection.open' ? (at ?? place) : at,
          }),
        tell: (input) => this.#inputs.push(input),
      }),
    );
  }

  #stop(text: string): void {
    if (!this.#isOver) this.#end({ type: 'is-stopped', text, place: null });
  }

  #end(done: Done): void {
    this.#done.push(done);
    this.dispose();
  }
}

/** Programs of one run, and one program started again, draw other numbers. */
function seedOf(seed: number, name: string, session: number): number {
  let hash = seed ^ Math.imul(session, 0x9e3779b1);
  for (const character of name)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
