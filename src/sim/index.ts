/** A running scenario: its clients, its clock, its faults, and the way back to any instant of it. */
export { benchSeek } from './bench-seek.ts';
export type { SeekMeasurement } from './bench-seek.ts';
export type {
  ChannelStatus,
  ClientState,
  ClientStatus,
  ConsumerState,
  Content,
  Held,
  PublisherState,
  ProgramState,
  Retry,
  Unconfirmed,
} from './clients/client-state.ts';
export {
  clientOfChannel,
  clientOfConnection,
  programConnectionId,
} from './clients/client-state.ts';
export { describeEntry } from './describe-entry.ts';
export { explainWaiting } from './explain-waiting.ts';
export type { WaitingReport } from './explain-waiting.ts';
export { entriesOf } from './find-entries.ts';
export type { EntryFilter } from './find-entries.ts';
export type { Flight, FlightKind } from './flight.ts';
export { flightsIn } from './flights.ts';
export {
  beginHistory,
  intervene,
  relabel,
  replaceRun,
  seek,
  stepBack,
  stepForward,
  withLongerTape,
} from './history.ts';
export type { History } from './history.ts';
export type { Journal, JournalEntry } from './journal.ts';
export { journeyOf } from './journey.ts';
export type { JourneyStep } from './journey-step.ts';
export type { Journey } from './journey.ts';
export type { Mark, MarkKind } from './marks.ts';
export { colourIndexOf } from './message-colour.ts';
export { readyTotal, unackedTotal } from './metrics.ts';
export type { Counters } from './metrics.ts';
export type { Note } from './note.ts';
export { isOperator, operatorUser } from './operator-names.ts';
export { ensureVhosts } from './operator.ts';
export { setUpBroker } from './set-up-broker.ts';
export { emptyTape, playableUntil, startUpMs } from './programs.ts';
export type {
  Deed,
  DeedBody,
  Found,
  HeardByProgram,
  ProgramPlayer,
  Programs,
  SourcePlace,
  Tape,
} from './programs.ts';
export { programPlayer } from './programs/program-player.ts';
export type { Act, Intervention, Run } from './run.ts';
export { commandScript } from './script/command-script.ts';
export type { CommandScriptSpec, ScriptedStep } from './script/command-script.ts';
export type { Script } from './script.ts';
export type { Happening, Simulation } from './simulation-state.ts';
export { advance, nextInstant, startSimulation, step } from './simulation.ts';
export { busynessIn, marksIn } from './timeline.ts';
