/** Plays a scenario for tests, and tells what happened in it. */
import type { Instant } from '#engine';
import type { Scenario, ScenarioSpec } from '#scenario';
import { advance, entriesOf, startSimulation } from '#sim';
import type { Act, JournalEntry, Simulation } from '#sim';
import { aBareScenario } from './a-scenario.ts';

type EventType = JournalEntry['event']['type'];
type EventOf<Type extends EventType> = Extract<JournalEntry['event'], { type: Type }>;

export interface Watched {
  readonly simulation: Simulation;
  /** All events of a type, with the instants at which they were. */
  readonly of: <Type extends EventType>(
    type: Type,
  ) => readonly (EventOf<Type> & { readonly at: number })[];
  /** The instants of all events of a type. */
  readonly instantsOf: (type: EventType) => readonly number[];
}

type Acts = readonly (readonly [at: number, act: Act])[];

export const watchRun = (
  scenario: Partial<ScenarioSpec>,
  untilMs: number,
  acts: Acts = [],
): Watched => watchScenario({ ...aBareScenario(scenario), seed: 1 }, untilMs, acts);

/** The same of a scenario as it stands, with the seed that it has. */
export function watchScenario(scenario: Scenario, untilMs: number, acts: Acts = []): Watched {
  const interventions = acts.map(([at, act]) => ({ at: at as Instant, act }));
  const start = startSimulation({ scenario, seed: scenario.seed, interventions });
  const simulation = advance(start, untilMs as Instant);
  const of = eventsOf(simulation);
  return { simulation, of, instantsOf: (type) => of(type).map(({ at }) => at) };
}

/** Asks what happened in a run, by type. */
export function eventsOf({ journal }: Simulation): Watched['of'] {
  const entries = entriesOf(journal, { max: Infinity });
  return (type) =>
    entries.flatMap(({ event, at }) =>
      event.type === type ? [{ ...(event as EventOf<typeof type>), at }] : [],
    );
}
