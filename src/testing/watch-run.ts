/** Plays a scenario for tests, and tells what happened in it. */
import type { Instant } from '#engine';
import type { ScenarioSpec } from '#scenario';
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

export function watchRun(
  scenario: Partial<ScenarioSpec>,
  untilMs: number,
  acts: readonly (readonly [at: number, act: Act])[] = [],
): Watched {
  const interventions = acts.map(([at, act]) => ({ at: at as Instant, act }));
  const start = startSimulation({ scenario: aBareScenario(scenario), seed: 1, interventions });
  const simulation = advance(start, untilMs as Instant);
  const entries = entriesOf(simulation.journal, { max: Infinity });
  const of: Watched['of'] = (type) =>
    entries.flatMap(({ event, at }) =>
      event.type === type ? [{ ...(event as EventOf<typeof type>), at }] : [],
    );
  return { simulation, of, instantsOf: (type) => of(type).map(({ at }) => at) };
}
