/** A client that is a program, as the screen tells of it: how it stands, and what it has written. */
import type { JournalEntry, ProgramState, Simulation, SourcePlace } from '#sim';
import { entriesOf } from '#sim';
import type { ClientState } from '#sim';

/** `waiting`: it has not run; it may not, or what runs it has not come yet. */
export type ProgramCondition = 'waiting' | 'running' | 'stopped' | 'ended' | 'failed';

export interface ProgramStanding {
  readonly condition: ProgramCondition;
  /** The line that it is at; null where it is at none. */
  readonly place: SourcePlace | null;
  readonly problem: ProgramState['problem'];
  readonly exitCode: number | null;
}

const notThere: ProgramStanding = {
  condition: 'waiting',
  place: null,
  problem: null,
  exitCode: null,
};

export function programStanding(client: ClientState | undefined): ProgramStanding {
  const program = client?.program;
  if (client === undefined || program === null || program === undefined) return notThere;
  const { place, problem, exitCode } = program;
  return { condition: conditionOf(client, program), place, problem, exitCode };
}

function conditionOf(
  { status }: ClientState,
  { problem, exitCode }: ProgramState,
): ProgramCondition {
  if (problem !== null) return 'failed';
  if (status !== 'stopped') return 'running';
  return exitCode === null ? 'stopped' : 'ended';
}

/** A place in the text of a program. */
export interface ProgramPlace extends SourcePlace {
  readonly client: string;
}

/** Where in the text of its program something came from; null where that is not known. */
export const placeOf = ({ event }: JournalEntry): ProgramPlace | null =>
  'place' in event && event.place !== null ? { ...event.place, client: event.client } : null;

const consoleKinds = [
  'program.said',
  'program.failed',
  'program.stopped',
  'program.started',
  'program.ended',
  'client.stopped',
];

export interface ConsoleLine {
  readonly entry: JournalEntry;
  /** As the console's levels; `fate` for what became of the program. */
  readonly level: string;
  readonly text: string;
  readonly place: SourcePlace | null;
}

/** What the program has written, and what became of it, the newest last. */
export function consoleOf(
  { journal }: Pick<Simulation, 'journal'>,
  client: string,
  max = 300,
): readonly ConsoleLine[] {
  return entriesOf(journal, { kinds: consoleKinds, max: Infinity })
    .flatMap((entry) => lineOf(entry, client) ?? [])
    .slice(-max);
}

function lineOf(entry: JournalEntry, client: string): ConsoleLine | null {
  const { event } = entry;
  if (!('client' in event) || event.client !== client) return null;
  switch (event.type) {
    case 'program.said':
      return { entry, level: event.level, text: event.text, place: event.place };
    case 'program.failed':
    case 'program.stopped':
      return { entry, level: 'error', text: event.text, place: event.place };
    case 'program.started':
      return { entry, level: 'fate', text: 'Started', place: null };
    case 'program.ended':
      return {
        entry,
        level: 'fate',
        text: event.code === 0 ? 'Ended' : `Ended with code ${event.code}`,
        place: null,
      };
    case 'client.stopped':
      return { entry, level: 'fate', text: 'Stopped', place: null };
    default:
      return null;
  }
}
