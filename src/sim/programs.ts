/**
 * Clients that are programs, as a simulation knows them.
 *
 * A simulation runs no program: it plays the tape of what the programs of its run have done, and when.
 * So a step back and a seek never wait for anybody, and a simulation stays a value. Whoever runs the
 * programs (src/programs) makes the tape longer, and a simulation never goes on past the tape's end.
 *
 * What plays tapes is loaded with the first run that has a program, because most runs have none; runs
 * know it by this interface alone.
 */
import { runStart } from '#engine';
import type { ChannelMethod, ConnectionMethod, Instant } from '#engine';
import type { BindingSpec, ClientSpec, ExchangeSpec, QueueSpec, ScenarioBody } from '#scenario';
import type { Moment } from './moment.ts';
import type { FrameArrives, Simulation } from './simulation-state.ts';

/** A place in the text of a program, from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

export type DeedBody =
  /** It asks something of the broker, on a connection of its own. */
  | { readonly type: 'asks'; readonly method: ConnectionMethod | ChannelMethod }
  /** It writes to its console. */
  | { readonly type: 'says'; readonly level: string; readonly text: string }
  /** It threw something that nobody caught, and that was the end of it, as in Node. */
  | { readonly type: 'fails'; readonly text: string }
  /** Nothing is left for it to do, or it has called process.exit. */
  | { readonly type: 'ends'; readonly code: number }
  /** It was ended, because it took too long or too much; `text` says so. */
  | { readonly type: 'is-stopped'; readonly text: string };

/** One thing that a program did. */
export type Deed = DeedBody & {
  readonly at: Instant;
  readonly client: string;
  /** How many interventions had happened by then: of one instant, it comes after those. */
  readonly after: number;
  /** Null where it is not known. */
  readonly place: SourcePlace | null;
};

/** What the programs of a run have done. */
export interface Tape {
  /** In order. There may be more behind the first `count`: they belong to a longer tape. */
  readonly deeds: readonly Deed[];
  readonly count: number;
  /** What they did until then is known, this instant included. */
  readonly until: Instant;
}

/** A program that is started needs a moment: it does nothing at the instant of its start. */
export const startUpMs = 1;

export const emptyTape: Tape = { deeds: [], count: 0, until: runStart };

/** What has reached a program of late; whoever runs it passes it on. */
export type HeardByProgram = {
  readonly client: string;
  /** Counts the times that the program was started. */
  readonly session: number;
} & (
  | { readonly type: 'frame'; readonly frame: FrameArrives['frame'] }
  /** Its connection was cut without a word. */
  | { readonly type: 'cut'; readonly connection: FrameArrives['frame']['connection'] }
);

/** What the broker has that the document does not: programs have declared it. */
export interface Found {
  readonly exchanges: readonly ExchangeSpec[];
  readonly queues: readonly QueueSpec[];
  readonly bindings: readonly BindingSpec[];
  /** As the canvas shows the programs: with what they publish and consume. */
  readonly clients: readonly ClientSpec[];
  /** By the keys of exchanges and queues, the names of the programs that declared them first. */
  readonly declaredBy: ReadonlyMap<string, string>;
}

/** What a person does to a program. */
export type ProgramAct = 'start' | 'stop' | 'drop' | 'restart';

/** How simulations play programs. */
export interface ProgramPlayer {
  /** Its programs are there; those that start with the run are running. */
  readonly begin: (moment: Moment, clients: readonly ClientSpec[]) => void;
  readonly perform: (moment: Moment, deed: Deed) => void;
  readonly hear: (moment: Moment, flight: FrameArrives) => void;
  readonly act: (moment: Moment, client: string, act: ProgramAct) => void;
  /** Another document holds from now on. */
  readonly change: (moment: Moment, body: ScenarioBody) => void;
  /** Brings what was found up to date. */
  readonly keepUp: (moment: Moment) => void;
}

/** The programs of a run. */
export interface Programs {
  readonly player: ProgramPlayer;
  readonly tape: Tape;
}

/** The programs of a run as far as they have been played. */
export interface ProgramsProgress extends Programs {
  /** How many deeds have been played. */
  readonly next: number;
  /** Of the latest step. */
  readonly heard: readonly HeardByProgram[];
  readonly found: Found;
}

const nothingFound: Found = {
  exchanges: [],
  queues: [],
  bindings: [],
  clients: [],
  declaredBy: new Map(),
};

export const programsAtStart = ({ player, tape }: Programs): ProgramsProgress => ({
  player,
  tape,
  next: 0,
  heard: [],
  found: nothingFound,
});

/** What the programs do next, as far as the tape tells; null for nothing. */
export function nextDeed({ programs }: Pick<Simulation, 'programs'>): Deed | null {
  if (programs === null || programs.next >= programs.tape.count) return null;
  return programs.tape.deeds[programs.next] ?? null;
}

/** The last instant to which a run with these programs can be played. */
export const playableUntil = (programs: Programs | null | undefined): number =>
  programs?.tape.until ?? Infinity;
