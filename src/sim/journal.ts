/**
 * The journal: what happened in a run up to the playhead, fact by fact.
 *
 * It never changes in place, and the journals of one run share what they have in common. It is
 * bounded: what is older than the newest 20,000 entries is forgotten, a chunk at a time.
 */
import type { Fact, Instant } from '#engine';
import type { Note } from './note.ts';

export interface JournalEntry {
  /** Counts the entries of a run, from 1. */
  readonly number: number;
  readonly at: Instant;
  /** The step of the simulation that brought it about. */
  readonly step: number;
  readonly event: Fact | Note;
  /** How many messages were ready in the queue that one has entered, or null for all else. */
  readonly readyCount: number | null;
}

export interface Journal {
  /** Full, the oldest first. */
  readonly chunks: readonly (readonly JournalEntry[])[];
  readonly tail: readonly JournalEntry[];
  readonly lastNumber: number;
}

const entriesPerChunk = 64;
const entriesMax = 20_000;

export const emptyJournal: Journal = { chunks: [], tail: [], lastNumber: 0 };

export function journalWith(journal: Journal, entries: readonly JournalEntry[]): Journal {
  const last = entries.at(-1);
  if (last === undefined) return journal;
  const tail = [...journal.tail, ...entries];
  if (tail.length < entriesPerChunk) return { ...journal, tail, lastNumber: last.number };
  const chunks = [...journal.chunks];
  let start = 0;
  for (; tail.length - start >= entriesPerChunk; start += entriesPerChunk)
    chunks.push(tail.slice(start, start + entriesPerChunk));
  const chunksMax = Math.floor(entriesMax / entriesPerChunk) - 1;
  return {
    chunks: chunks.length > chunksMax ? chunks.slice(-chunksMax) : chunks,
    tail: tail.slice(start),
    lastNumber: last.number,
  };
}

/** The journal without what is older than its newest entries, about `count` of them. */
export function shortenedJournal(journal: Journal, count: number): Journal {
  const chunkCount = Math.ceil(count / entriesPerChunk);
  if (journal.chunks.length <= chunkCount) return journal;
  return { ...journal, chunks: journal.chunks.slice(-chunkCount) };
}

export function* newestFirst({ chunks, tail }: Journal): Generator<JournalEntry> {
  for (let index = tail.length - 1; index >= 0; index--) yield tail[index] as JournalEntry;
  for (let at = chunks.length - 1; at >= 0; at--) {
    const chunk = chunks[at] as readonly JournalEntry[];
    for (let index = chunk.length - 1; index >= 0; index--) yield chunk[index] as JournalEntry;
  }
}
