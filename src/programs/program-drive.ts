/**
 * Runs the programs of a run, and puts what they do on its tape.
 *
 * It plays the run for itself, from the start, a step ahead of the one on the screen: what reaches a
 * program it is told in its next turn, and what it does in its turn is played before anything later.
 * Of one instant, all that was planned comes first, then the turns of the programs, then what a person
 * does. Nothing else decides in which order things happen, so a run that is driven again from the start
 * gives the same tape.
 */
import type { Instant, UserName } from '#engine';
import type { LaunchProgram } from '#sandbox';
import { emptyTape, nextInstant, startSimulation, step } from '#sim';
import type { ClientState, Deed, Intervention, Run, Simulation, Tape } from '#sim';
import { ProgramProcess } from './program-process.ts';

export class ProgramDrive {
  readonly #launch: LaunchProgram;
  readonly #processes = new Map<string, ProgramProcess>();
  readonly #deeds: Deed[] = [];
  #run: Run;
  #simulation: Simulation;
  #until: Instant = emptyTape.until;
  #isBusy = false;
  #isOver = false;

  constructor(run: Run, launch: LaunchProgram) {
    const { programs } = run;
    this.#launch = launch;
    this.#run =
      programs === undefined ? run : { ...run, programs: { ...programs, tape: emptyTape } };
    this.#simulation = startSimulation(this.#run);
    this.#attend();
  }

  /** As far as it has come. */
  get tape(): Tape {
    return { deeds: this.#deeds, count: this.#deeds.length, until: this.#until };
  }

  /**
   * Goes on with a run to which something was done; false where it has come further than that
   * already, so that the run has to be driven anew from its start.
   */
  follow(run: Run): boolean {
    if (this.#isBusy || this.#isOver) return false;
    const { interventions } = run;
    const isKnown = (intervention: Intervention, index: number): boolean =>
      intervention === interventions[index];
    const count = this.#simulation.intervenedCount;
    if (!this.#run.interventions.slice(0, count).every(isKnown)) return false;
    const isSame =
      interventions.length === this.#run.interventions.length &&
      this.#run.interventions.every(isKnown);
    if (!isSame && !this.#canTake(run, interventions[count])) return false;
    this.#run = run;
    this.#simulation = { ...this.#simulation, interventions: interventions.slice(count) };
    return true;
  }

  /** Whether what is to happen next comes after all that the programs have done. */
  #canTake({ programs }: Run, next: Intervention | undefined): boolean {
    if (programs?.tape.count !== this.#deeds.length) return false;
    if (next === undefined) return true;
    if (next.at < this.#simulation.now) return false;
    if (next.at < this.#until) this.#until = next.at;
    return true;
  }

  /**
   * Goes on until that instant, or until `isEnough` says so; gives the tape as far as it has come.
   * Never called again before it has come back.
   */
  async to(until: Instant, isEnough: () => boolean = () => false): Promise<Tape> {
    this.#isBusy = true;
    try {
      while (!this.#isOver && !isEnough() && (await this.#goOn(until)));
    } finally {
      this.#isBusy = false;
    }
    return this.tape;
  }

  dispose(): void {
    this.#isOver = true;
    for (const process of this.#processes.values()) process.dispose();
  }

  /** Lets the next thing happen; false where nothing is left to do until then. */
  async #goOn(until: Instant): Promise<boolean> {
    const simulation = this.#simulation;
    const planned = nextInstant({ ...simulation, interventions: [] }) ?? Infinity;
    const intervention = simulation.interventions[0]?.at ?? Infinity;
    const turn = this.#nextTurn();
    const next = Math.min(planned, intervention, turn);
    if (next > until) {
      this.#reach(until);
      return false;
    }
    // All that comes before it is known.
    this.#reach(Math.max(next - 1, 0) as Instant);
    if (planned <= turn && planned <= intervention) this.#step();
    else if (turn <= intervention) await this.#takeTurns(turn as Instant);
    else this.#step();
    return true;
  }

  #reach(until: Instant): void {
    if (until > this.#until) this.#until = until;
  }

  #nextTurn(): number {
    const { now } = this.#simulation;
    return Math.min(Infinity, ...[...this.#processes.values()].map((one) => one.dueAt(now)));
  }

  #step(): void {
    this.#simulation = step(this.#simulation);
    for (const heard of this.#simulation.programs?.heard ?? []) {
      const process = this.#processes.get(heard.client);
      if (process?.session === heard.session) process.hear(heard);
    }
    this.#attend();
  }

  /** Starts and ends programs as the simulation has them. */
  #attend(): void {
    const { clients, body } = this.#simulation;
    for (const [name, process] of this.#processes) {
      const client = clients.get(name);
      if (isRunning(client) && client.session === process.session) continue;
      process.dispose();
      this.#processes.delete(name);
    }
    for (const { name } of body.clients) {
      const client = clients.get(name);
      if (isRunning(client) && !this.#processes.has(name)) this.#startProcess(client);
    }
  }

  #startProcess({ spec, session }: ClientState): void {
    const { now, broker, seed } = this.#simulation;
    const process = new ProgramProcess({
      spec,
      session,
      startedAt: now,
      seed,
      profile: broker.profile,
      launch: this.#launch,
      checkLogin: (user, password) => this.#isRight(user, password),
    });
    this.#processes.set(spec.name, process);
  }

  #isRight(user: string, password: string): boolean {
    return this.#simulation.broker.users.get(user as UserName)?.password === password;
  }

  /** All whose turn it is take it, in the order in which the document has them. */
  async #takeTurns(at: Instant): Promise<void> {
    const due = [...this.#processes].filter(([, process]) => process.dueAt(at) <= at);
    const turns = await Promise.all(due.map(([, process]) => process.turn(at)));
    const after = this.#simulation.intervenedCount;
    for (const [index, [client]] of due.entries()) {
      for (const done of turns[index] ?? []) this.#deeds.push({ ...done, at, client, after });
    }
    const { programs } = this.#simulation;
    if (programs !== null)
      this.#simulation = { ...this.#simulation, programs: { ...programs, tape: this.tape } };
  }
}

const isRunning = (client: ClientState | undefined): client is ClientState =>
  client !== undefined && client.program !== null && client.status !== 'stopped';
