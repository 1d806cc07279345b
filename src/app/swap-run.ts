/**
 * Puts another run in the place of one, by the way that keeps most of what is known: what did not
 * change stays the same object, and its component does not render again.
 */
import { intervene, relabel, replaceRun } from '#sim';
import type { Act, History, Run } from '#sim';
import { unfoldAlike } from './run-of.ts';

export function swapRun(history: History, run: Run): History {
  if (unfoldAlike(history.run, run)) return relabel(history, run);
  const act = actThatLeadsTo(history, run);
  if (act === null) return replaceRun(history, run);
  const done = intervene(history, act);
  return relabel(done, { ...run, interventions: done.run.interventions });
}

/** The one thing to do at the playhead to come from the run of `history` to `run`; null if it takes more. */
function actThatLeadsTo({ run: before, present }: History, run: Run): Act | null {
  const last = run.interventions.at(-1);
  if (last === undefined || last.at !== present.now) return null;
  const kept = before.interventions.filter(({ at }) => at <= present.now);
  const isOneMore =
    run.interventions.length === kept.length + 1 &&
    kept.every((intervention, index) => intervention === run.interventions[index]);
  const { interventions } = before;
  return isOneMore && unfoldAlike(before, { ...run, interventions }) ? last.act : null;
}
