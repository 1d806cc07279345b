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
import { emptyTape, playableUntil } from './programs.ts';
import type { Tape } from './programs.ts';
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

export function beginHistory(begun: Run, { stepsPerCheckpoint = 200 } = {}): History {
  const ordered = inOrder(withTape(begun, emptyTape));
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

/**
 * Moves the playhead to `wanted`, forward or back; where programs take part, no further than it is
 * known what they do.
 */
export function seek(history: History, wanted: Instant): History {
  const { present } = history;
  const at = Math.min(wanted, playableUntil(history.run.programs)) as Instant;
  if (at === present.now && (nextInstant(present) ?? Infinity) > at) return history;
  const checkpoint = checkpointBy(history.checkpoints, at);
  const isPresentNearer = present.now <= at && present.stepCount >= checkpoint.stepCount;
  const start = withRunOf(history.run, isPresentNearer ? present : checkpoint);
  return playOn(history, start, at);
}

/** To the next instant at which anything happens that a person can see. */
export function stepForward(history: History): History {
  let current = history;
  for (let tries = 0; tries < invisibleMax; tries++) {
    const next = nextInstant(current.present);
    if (next === null || next > playableUntil(history.run.programs))
      return tries === 0 ? history : current;
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
  const { present, checkpoints } = history;
  const run = cutTape(history.run, present);
  const intervention = { at: present.now, act };
  const interventions = [...run.interventions.slice(0, present.intervenedCount), intervention];
  const next = advance(withRunOf({ ...run, interventions }, present), present.now);
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
  if (difference === null)
    return { ...history, run: ordered, present: withRunOf(ordered, present) };

  const { index, at } = difference;
  const holds = ({ now, intervenedCount }: Simulation): boolean =>
    now <= at && intervenedCount <= index;
  const kept = { ...history, run: ordered, checkpoints: checkpoints.filter(holds) };
  const start = holds(present) ? present : checkpointBy(kept.checkpoints, present.now);
  const until = Math.min(present.now, playableUntil(ordered.programs)) as Instant;
  const replayed = playOn(kept, withRunOf(ordered, start), until);
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
  return advanceAtMost(withRunOf(run, checkpoint), Infinity as Instant, steps);
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

/** A simulation may have been made when other things were still to come. */
const withRunOf = ({ interventions, programs }: Run, simulation: Simulation): Simulation => ({
  ...simulation,
  interventions: interventions.slice(simulation.intervenedCount) satisfies readonly Intervention[],
  programs:
    programs === undefined || simulation.programs === null
      ? simulation.programs
      : { ...simulation.programs, tape: programs.tape },
});

/** The same run, of which it is known by now what its programs did until later. */
export function withLongerTape(history: History, tape: Tape): History {
  const run = withTape(history.run, tape);
  return { ...history, run, present: withRunOf(run, history.present) };
}

const withTape = (run: Run, tape: Tape): Run =>
  run.programs === undefined || run.programs.tape === tape
    ? run
    : { ...run, programs: { ...run.programs, tape } };

/** What programs do after the present will be something else. */
const cutTape = (run: Run, { programs, now }: Simulation): Run =>
  programs === null ? run : withTape(run, { ...programs.tape, count: programs.next, until: now });
