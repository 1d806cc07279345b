/**
 * What the broker does in an instant, as flights: from exchange to queue, from queue to dead letter
 * exchange. Hops exist on the screen only, and are made of the facts of the last second.
 */
import type { Flight } from './flight.ts';
import { HopMaker, hopsSpanMs } from './hop-maker.ts';
import { newestFirst } from './journal.ts';
import type { Journal, JournalEntry } from './journal.ts';
import type { Simulation } from './simulation-state.ts';

export interface Hops {
  readonly flights: readonly Flight[];
  /** When a copy is seen to have reached its queue; by `copyKey`. */
  readonly seenInQueue: ReadonlyMap<string, number>;
}

/** The hops as of the last journal that was asked about: the next one mostly continues it. */
let latest: {
  readonly journal: Journal;
  readonly last: JournalEntry;
  readonly maker: HopMaker;
} | null = null;

export function hopsOf(simulation: Simulation): Hops {
  const { journal } = simulation;
  if (latest?.journal === journal) return latest.maker;
  const { entries, continues } = entriesAfter(journal, latest?.last ?? null);
  const maker = continues && latest !== null ? latest.maker : new HopMaker();
  maker.take(simulation, entries);
  const last = entries.at(-1) ?? latest?.last;
  latest = last === undefined ? null : { journal, last, maker };
  return maker;
}

/**
 * The entries after `known`, if the journal has it; else those that may still have hops under way.
 * The oldest first.
 */
function entriesAfter(
  journal: Journal,
  known: JournalEntry | null,
): { readonly entries: readonly JournalEntry[]; readonly continues: boolean } {
  const entries: JournalEntry[] = [];
  let since = -Infinity;
  for (const entry of newestFirst(journal)) {
    if (entry === known) return { entries: entries.reverse(), continues: true };
    if (entries.length === 0) since = entry.at - hopsSpanMs;
    if (entry.at < since) break;
    entries.push(entry);
  }
  return { entries: entries.reverse(), continues: false };
}
