/**
 * A run with its playhead, and the way back to any instant of it.
 *
 * Going back starts at the nearest checkpoint and replays. Going forward continues from the present:
 * what does not change keeps its identity, which is how the components on the screen know that they
 * have nothing to do. Meddling with a run at an instant forgets what came after it.
 */
import { runStart } from '#engine';
import type { Instant } from '#engine';
import type { Busyness } from './busyness.ts';
import { checkpointBy, checkpointByStep, checkpointsWith } from './checkpoints.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Marks } from './marks.ts';
import { decidesTheSame, firstDifference, inOrder } from './run.ts';
import type { Act, Intervention, Run } from './run.ts';
import type { Simulation } from './simulation-state.ts';
import { advance, advanceAtMost, nextInstant, startSimulation } from './simulation.ts';

export interface History {
  readonly run: Run;
  /** The simulation at the playhead. */
  readonly present: Simulation;
  readonly checkpoints: Checkpoints;
  readonly stepsPerCheckpoint: number;
  /** How far the run has been played; what comes after is not known yet. */
  readonly reachedUntil: Instant;
  /** Of the whole time until then. */
  readonly busyness: Busyness;
  readonly marks: Marks;
}

export function beginHistory(run: Run, { stepsPerCheckpoint = 200 } = {}): History {
  const ordered = inOrder(run);
  const start = startSimulation(ordered);
  const present = advance(start, runStart);
  return {
    run: ordered,
    present,
    checkpoints: [start],
    stepsPerCheckpoint,
    reachedUntil: runStart,
    busyness: present.busyness,
    marks: present.marks,
  };
}

/** Moves the playhead to `at`, forward or back. */
export function seek(history: History, at: Instant): History {
  const { present } = history;
  if (at === present.now && (nextInstant(present) ?? Infinity) > at) return history;
  const checkpoint = checkpointBy(history.checkpoints, at);
  const isPresentNearer = present.now <= at && present.stepCount >= checkpoint.stepCount;
  const start = isPresentNearer ? present : withInterventionsOf(history.run, checkpoint);
  return playOn(history, start, at);
}

/** To the next instant at which anything happens that a person can see. */
export function stepForward(history: History): History {
  let current = history;
  for (let tries = 0; tries < invisibleMax; tries++) {
    const next = nextInstant(current.present);
    if (next === null) return tries === 0 ? history : current;
    current = seek(current, next);
    if (current.present.happenedAt === next) return current;
  }
  return current;
}

/** To the last instant before the playhead at which anything happened that a person can see. */
export function stepBack(history: History): History {
  const { happenedAt, now } = history.present;
  if (now <= runStart) return history;
  if (happenedAt !== null && happenedAt < now) return seek(history, happenedAt);
  const before = seek(history, (now - 1) as Instant);
  return seek(before, before.present.happenedAt ?? runStart);
}

/** Does something at the playhead. What was known of the time after it is forgotten. */
export function intervene(history: History, act: Act): History {
  const { run, present, checkpoints } = history;
  const intervention = { at: present.now, act };
  const interventions = [...run.interventions.slice(0, present.intervenedCount), intervention];
  const next = advance({ ...present, interventions: [intervention] }, present.now);
  return reaching(
    {
      ...history,
      run: { ...run, interventions },
      checkpoints: checkpoints.filter(({ now }) => now <= present.now),
    },
    next,
  );
}

/**
 * The same playhead in another version of the run, for undo and redo. What the two have in common is
 * kept. A run that begins differently is played anew.
 */
export function replaceRun(history: History, run: Run): History {
  const { stepsPerCheckpoint, present, checkpoints } = history;
  if (!decidesTheSame(history.run, run))
    return seek(beginHistory(run, { stepsPerCheckpoint }), present.now);
  const ordered = inOrder(run);
  const difference = firstDifference(history.run.interventions, ordered.interventions);
  if (difference === null) return { ...history, run: ordered };

  const { index, at } = difference;
  const holds = ({ now, intervenedCount }: Simulation): boolean =>
    now <= at && intervenedCount <= index;
  const kept = { ...history, run: ordered, checkpoints: checkpoints.filter(holds) };
  const start = holds(present) ? present : checkpointBy(kept.checkpoints, present.now);
  const replayed = playOn(kept, withInterventionsOf(ordered, start), present.now);
  return reaching(replayed, replayed.present);
}

/** The same run under another title, with other notes, or drawn in other places. */
export const relabel = (history: History, run: Run): History => ({
  ...history,
  run: { ...history.run, scenario: run.scenario },
});

/** The simulation as it was after so many steps; null where replaying to there would take long. */
export function simulationAtStep({ run, checkpoints }: History, step: number): Simulation | null {
  const checkpoint = checkpointByStep(checkpoints, step);
  const steps = step - checkpoint.stepCount;
  if (steps < 0 || steps > replayMax) return null;
  return advanceAtMost(withInterventionsOf(run, checkpoint), Infinity as Instant, steps);
}

/** More wakes than this in a row that nobody can see: enough for one step on the screen. */
const invisibleMax = 10_000;

const replayMax = 50_000;

/** Plays on from `start` until `at`, and remembers a simulation every so often. */
function playOn(history: History, start: Simulation, at: Instant): History {
  const { stepsPerCheckpoint } = history;
  let { checkpoints } = history;
  let latest = (checkpoints.at(-1) as Simulation).stepCount;
  let current = start;
  for (;;) {
    const due = latest + stepsPerCheckpoint - current.stepCount;
    const next = advanceAtMost(current, at, due > 0 ? due : stepsPerCheckpoint);
    const isDone = (nextInstant(next) ?? Infinity) > at;
    current = isDone && next.now !== at ? { ...next, now: at } : next;
    if (current.stepCount >= latest + stepsPerCheckpoint) {
      checkpoints = checkpointsWith(checkpoints, current);
      latest = current.stepCount;
    }
    if (isDone) break;
  }
  const played = { ...history, present: current, checkpoints };
  return current.now >= history.reachedUntil ? reaching(played, current) : played;
}

/** The history with that present, which is as far as it has come. */
const reaching = (history: History, present: Simulation): History => ({
  ...history,
  present,
  reachedUntil: present.now,
  busyness: present.busyness,
  marks: present.marks,
});

/** A checkpoint may have been made when other things were still to come. */
const withInterventionsOf = ({ interventions }: Run, simulation: Simulation): Simulation => ({
  ...simulation,
  interventions: interventions.slice(simulation.intervenedCount) satisfies readonly Intervention[],
});
