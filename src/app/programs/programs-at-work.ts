/**
 * Runs the programs of the run on the screen, as far ahead as the playhead wants to go, and no further:
 * what a person does at the playhead then never comes too late for them.
 */
import { ProgramDrive } from '#programs';
import { launchInWorker } from '#sandbox';
import type { LaunchProgram } from '#sandbox';
import { emptyTape, programPlayer } from '#sim';
import type { Instant } from '#engine';
import type { Run, Tape } from '#sim';
import type { App } from '../app.ts';
import type { SettingsStorage } from '../settings.ts';
import { AllowedPrograms } from './allowed-programs.ts';
import { programTextsOf } from './program-texts.ts';
import type { ProgramsStatus } from './programs-store.ts';

/** The screen gets to know of what has been done after so long at the most. */
const sliceMs = 12;
/** A step looks so far ahead for the next thing to see. */
const stepAheadMs = 3_600_000;

export interface RunProgramsOptions {
  readonly launch?: LaunchProgram | undefined;
  /** The number of the opened run whose programs the visitor has written; they need not be asked for. */
  readonly writtenIn?: number;
}

/** Gives the function that ends it. */
export function runPrograms(
  app: App,
  settings: SettingsStorage | null,
  { launch = launchInWorker, writtenIn = -1 }: RunProgramsOptions = {},
): () => void {
  const works = new ProgramsAtWork(app, new AllowedPrograms(settings), launch, writtenIn);
  app.programs.setState({ allow: () => works.allow() });
  const unsubscribe = app.playback.subscribe(() => works.attend());
  works.attend();
  return () => {
    unsubscribe();
    works.stop();
  };
}

/** Lets the page draw and be used in between. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

class ProgramsAtWork {
  readonly #app: App;
  readonly #allowed: AllowedPrograms;
  readonly #launch: LaunchProgram;
  /** Of the opened run that was looked at last, with what its programs were read from. */
  #openNumber: number;
  #clients: unknown = null;
  #interventions: unknown = null;
  #texts: readonly string[] = [];
  #isAllowed: boolean;
  #drive: ProgramDrive | null = null;
  /** The run that the drive is for, as far as it has come. */
  #run: Run | null = null;
  #isBusy = false;

  constructor(app: App, allowed: AllowedPrograms, launch: LaunchProgram, writtenIn: number) {
    this.#app = app;
    this.#allowed = allowed;
    this.#launch = launch;
    this.#openNumber = writtenIn;
    this.#isAllowed = writtenIn !== -1;
  }

  attend(): void {
    const { history, wanted, swap, openNumber } = this.#app.playback.getState();
    const { run } = history;
    const isNews = this.#read(run);
    if (this.#texts.length === 0) {
      this.#openNumber = openNumber;
      // Who writes a program in a run that had none wants it to run.
      this.#isAllowed = true;
      this.stop();
      this.#show('none');
      return;
    }
    if (openNumber !== this.#openNumber) this.#look(openNumber);
    if (!this.#isAllowed) return;
    if (this.#drive === null) this.#show('running');
    // What the visitor writes where programs may run is allowed to.
    if (isNews) void this.#allowed.allow(this.#texts);
    if (run.programs === undefined) {
      swap({ ...run, programs: { player: programPlayer, tape: emptyTape } });
      return;
    }
    if (wanted !== null && !this.#isBusy) void this.#goOn();
  }

  allow(): void {
    this.#isAllowed = true;
    void this.#allowed.allow(this.#texts);
    this.#show('running');
    this.attend();
  }

  stop(): void {
    this.#drive?.dispose();
    this.#drive = null;
    this.#run = null;
  }

  #show(status: ProgramsStatus): void {
    if (this.#app.programs.getState().status !== status) this.#app.programs.setState({ status });
  }

  /** Whether the run has other programs than the one that was looked at last. */
  #read({ scenario, interventions, ...run }: Run): boolean {
    if (scenario.clients === this.#clients && interventions === this.#interventions) return false;
    this.#clients = scenario.clients;
    this.#interventions = interventions;
    const texts = programTextsOf({ ...run, scenario, interventions });
    const isSame =
      texts.length === this.#texts.length && texts.every((text) => this.#texts.includes(text));
    this.#texts = texts;
    return !isSame;
  }

  /** Another run is open: may its programs run? */
  #look(openNumber: number): void {
    this.#openNumber = openNumber;
    this.#isAllowed = false;
    this.stop();
    this.#show('loading');
    const isStill = (): boolean => this.#openNumber === openNumber && !this.#isAllowed;
    void this.#allowed.areAllowed(this.#texts).then((areAllowed) => {
      if (!isStill()) return;
      if (areAllowed) this.allow();
      else this.#show('asking');
    });
  }

  /** Runs the programs until the playhead is where it wants to be. */
  async #goOn(): Promise<void> {
    this.#isBusy = true;
    try {
      while (await this.#runSlice()) await nextTask();
    } catch (error) {
      this.#app.playback.getState().pause();
      this.#app.view.getState().fail(error);
    } finally {
      this.#isBusy = false;
    }
  }

  /** False where there is nothing to do any more. */
  async #runSlice(): Promise<boolean> {
    const { history, wanted } = this.#app.playback.getState();
    const { run, present } = history;
    if (wanted === null || run.programs === undefined || !this.#isAllowed) return false;
    const drive = this.#driveFor(run);
    const isBehind = drive.tape.until < run.programs.tape.until;
    this.#show(isBehind ? 'catching-up' : 'running');
    const until = wanted === 'next' ? present.now + stepAheadMs : Math.floor(wanted);
    const stopsAt = performance.now() + sliceMs;
    const tape = await drive.to(until as Instant, () => performance.now() >= stopsAt);
    if (this.#drive !== drive || this.#app.playback.getState().history.run !== this.#run)
      return true;
    if (tape.until >= run.programs.tape.until) this.#learn(tape, until);
    return this.#app.playback.getState().wanted !== null;
  }

  #learn(tape: Tape, until: number): void {
    const { playback } = this.#app;
    playback.getState().learn(tape);
    this.#run = playback.getState().history.run;
    const { wanted, seek, stepForward, pause } = playback.getState();
    if (wanted === 'next') {
      stepForward();
      // Nothing will ever happen again.
      if (playback.getState().wanted !== null && tape.until >= until) pause();
    } else if (wanted !== null) {
      seek(wanted);
    }
    this.#run = playback.getState().history.run;
  }

  #driveFor(run: Run): ProgramDrive {
    const { programs } = run;
    const isSame = run === this.#run;
    const isOfDrive = programs?.tape.deeds === this.#drive?.tape.deeds;
    if (this.#drive !== null && (isSame || (isOfDrive && this.#drive.follow(run)))) {
      this.#run = run;
      return this.#drive;
    }
    this.#drive?.dispose();
    this.#drive = new ProgramDrive(run, this.#launch);
    this.#run = run;
    return this.#drive;
  }
}
