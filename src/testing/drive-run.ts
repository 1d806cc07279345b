/** Runs the programs of a scenario for tests as the page does, and tells what came of it. */
import type { Instant, VhostName } from '#engine';
import { ProgramDrive } from '#programs';
import { launchInThread } from '#sandbox';
import type { Scenario } from '#scenario';
import { advance, emptyTape, programPlayer, startSimulation } from '#sim';
import type { Act, Run, Simulation, Tape } from '#sim';
import { eventsOf } from './watch-run.ts';
import type { Watched } from './watch-run.ts';

export interface Driven {
  readonly tape: Tape;
  readonly simulation: Simulation;
  readonly of: Watched['of'];
  readonly linesOf: (program: string) => readonly string[];
  /** How many messages wait in each queue in the end. */
  readonly queues: readonly (readonly [name: string, ready: number])[];
}

export async function driveRun(
  scenario: Scenario,
  untilMs: number,
  acts: readonly (readonly [at: number, act: Act])[] = [],
): Promise<Driven> {
  const until = untilMs as Instant;
  const run: Run = {
    scenario,
    seed: scenario.seed,
    interventions: acts.map(([at, act]) => ({ at: at as Instant, act })),
    programs: { player: programPlayer, tape: emptyTape },
  };
  const drive = new ProgramDrive(run, launchInThread);
  try {
    const tape = await drive.to(until);
    const played: Run = { ...run, programs: { player: programPlayer, tape } };
    return { tape, ...told(advance(startSimulation(played), until)) };
  } finally {
    drive.dispose();
  }
}

function told(simulation: Simulation): Omit<Driven, 'tape'> {
  const of = eventsOf(simulation);
  const linesOf = (program: string): readonly string[] =>
    of('program.said').flatMap(({ client, text }) => (client === program ? [text] : []));
  const queues = [...(simulation.broker.vhosts.get('/' as VhostName)?.queues ?? [])].map(
    ([name, { readyCount }]) => [name as string, readyCount] as const,
  );
  return { simulation, of, linesOf, queues };
}
