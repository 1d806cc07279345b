/**
 * Looks for entries of a journal. Apart from the journal itself, because looking for words takes the
 * sentences of all entries, and a run that nobody reads does without them.
 */
import type { Instant } from '#engine';
import { describeEntry } from './describe-entry.ts';
import { newestFirst } from './journal.ts';
import type { Journal, JournalEntry } from './journal.ts';

/** What to look for; what is left out does not matter. */
export interface EntryFilter {
  readonly from?: Instant;
  readonly to?: Instant;
  /** Types (`message.returned`) or what types begin with (`message`, `client`). */
  readonly kinds?: readonly string[];
  /** Found in the sentence that describes the entry, in upper or lower case. */
  readonly text?: string;
  readonly max: number;
}

/** The newest entries that pass, the newest last. */
export function entriesOf(journal: Journal, filter: EntryFilter): readonly JournalEntry[] {
  const { from = 0, to = Infinity, kinds, text = '', max } = filter;
  const wanted = text.trim().toLowerCase();
  const found: JournalEntry[] = [];
  for (const entry of newestFirst(journal)) {
    if (found.length >= max || entry.at < from) break;
    if (entry.at > to) continue;
    if (kinds !== undefined && !kinds.some((kind) => isOfKind(entry.event.type, kind))) continue;
    if (wanted !== '' && !describeEntry(entry).toLowerCase().includes(wanted)) continue;
    found.push(entry);
  }
  return found.reverse();
}

const isOfKind = (type: string, kind: string): boolean =>
  type === kind || type.startsWith(`${kind}.`);
