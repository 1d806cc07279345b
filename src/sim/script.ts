/**
 * A script: commands that reach the broker at instants which were settled before the run began, and
 * the clients that they come from. A recorded case is played by one.
 *
 * Runs know a script by this interface alone. What is behind it is loaded when there is one to play,
 * because most runs have none. It is part of how a run begins: it never changes, and a run goes by it
 * in the same way every time.
 */
import type { Frame, Instant } from '#engine';
import type { Flight } from './flight.ts';
import type { Moment } from './moment.ts';
import type { Simulation } from './simulation-state.ts';

export interface Script {
  /** Two scripts of one name are the same; links and files have no more of it than this. */
  readonly name: string;
  /** When each of its steps happens. */
  readonly instants: readonly Instant[];
  readonly endsAt: Instant;
  /** How fast it is best watched: virtual milliseconds for each real one. */
  readonly speed: number;
  /** How long its publishes and deliveries are seen to travel. Nothing waits for that. */
  readonly travelMs: number;

  /** Whether a client is one of the script's, which does nothing of its own accord. */
  owns(client: string): boolean;
  /** Puts its clients into a run that begins. */
  begin(moment: Moment): void;
  /** Lets the step of that number happen, from 0. */
  perform(moment: Moment, step: number): void;
  /** Takes a frame that is for one of its clients; false where it is for somebody else. */
  hear(moment: Moment, frame: Frame): boolean;
  /** Has its clients, and the body of the simulation, show what the broker has by now. */
  keepUp(moment: Moment): void;
  /** What is seen on its way between its clients and the broker. */
  flightsOf(simulation: Simulation): readonly Flight[];
  /** Where the playhead comes to in so much time: quicker through long waits, and not past the end. */
  playOn(playheadMs: number, ms: number): number;
}

/** A script as far as it has been played. */
export interface ScriptProgress {
  readonly script: Script;
  /** The number of the step that comes next. */
  readonly next: number;
  /** What its clients have got within the last moments, for the eye. */
  readonly heard: readonly Flight[];
}

/** When the next step of the script happens; null where none is left, or there is no script. */
export function nextScripted({ scripted }: Pick<Simulation, 'scripted'>): Instant | null {
  return scripted?.script.instants[scripted.next] ?? null;
}
