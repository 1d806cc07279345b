/**
 * The simulations that a history remembers, so that any instant can be reached by playing on from
 * one before it.
 *
 * Simulations are values, so remembering one costs only what has changed since the one before. Their
 * number is bounded all the same. Up to some million steps they stand so close that replaying from
 * one to the next takes a fraction of a screen frame's budget; beyond that, the further back, the
 * wider apart they are.
 */
import type { Instant } from '#engine';
import { shortenedJournal } from './journal.ts';
import type { Simulation } from './simulation-state.ts';

/** By step; the first is the start of the run. */
export type Checkpoints = readonly Simulation[];

const checkpointsMax = 256;

/** So many steps apart, checkpoints are close enough wherever they are. */
const freeGap = 4_000;
/** Further apart than that, they may be this part of their distance from the newest. */
const gapPerAge = 1 / 40;

/** The journals of checkpoints older than so many steps are shortened, to so many entries. */
const fullJournalAge = 100_000;
const oldJournalEntries = 1_000;

/** `simulation` is later than all of them. */
export function checkpointsWith(checkpoints: Checkpoints, simulation: Simulation): Checkpoints {
  const all = [...checkpoints, { ...simulation, latest: [] }];
  if (all.length > checkpointsMax) all.splice(leastMissed(all), 1);
  return all.map((one) => withoutOldJournal(one, simulation.stepCount));
}

/** The last one at or before that instant. */
export const checkpointBy = (checkpoints: Checkpoints, at: Instant): Simulation =>
  checkpoints.findLast(({ now }) => now <= at) ?? (checkpoints[0] as Simulation);

/** The last one with so many steps or fewer. */
export const checkpointByStep = (checkpoints: Checkpoints, step: number): Simulation =>
  checkpoints.findLast(({ stepCount }) => stepCount <= step) ?? (checkpoints[0] as Simulation);

/** The one whose loss leaves the smallest gap, for its age. The first and the last are not lost. */
function leastMissed(checkpoints: Checkpoints): number {
  const newest = (checkpoints.at(-1) as Simulation).stepCount;
  let least = Infinity;
  let index = 1;
  for (let candidate = 1; candidate < checkpoints.length - 1; candidate++) {
    const [before, own, after] = checkpoints.slice(candidate - 1, candidate + 2) as [
      Simulation,
      Simulation,
      Simulation,
    ];
    const allowed = Math.max(freeGap, (newest - own.stepCount) * gapPerAge);
    const loss = (after.stepCount - before.stepCount) / allowed;
    if (loss >= least) continue;
    least = loss;
    index = candidate;
  }
  return index;
}

function withoutOldJournal(checkpoint: Simulation, newest: number): Simulation {
  if (newest - checkpoint.stepCount < fullJournalAge) return checkpoint;
  const journal = shortenedJournal(checkpoint.journal, oldJournalEntries);
  return journal === checkpoint.journal ? checkpoint : { ...checkpoint, journal };
}
