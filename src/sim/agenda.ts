/**
 * What is still to happen, and when.
 *
 * Two things due at one instant happen in the order in which they were planned. That order is part
 * of a run's result, so each entry has a number, counted as it is planned, that decides. The agenda
 * is a heap that never changes in place, so that a simulation can be kept and played on from.
 */
import { assert, heapItems, heapWith, heapWithoutLeast } from '#base';
import type { Heap } from '#base';
import type { Instant } from '#engine';

export interface Entry<Happening> {
  readonly at: Instant;
  /** Counts what was ever planned in the run. */
  readonly number: number;
  /** How many things led to it, one out of the other, without any time passing. */
  readonly depth: number;
  readonly happening: Happening;
}

export interface Agenda<Happening> {
  readonly heap: Heap<Entry<Happening>> | null;
  readonly size: number;
  readonly lastNumber: number;
}

const emptyAgendaOfAny: Agenda<never> = { heap: null, size: 0, lastNumber: 0 };

export const emptyAgenda = <Happening>(): Agenda<Happening> => emptyAgendaOfAny;

const isSooner = (one: Entry<unknown>, other: Entry<unknown>): boolean =>
  one.at < other.at || (one.at === other.at && one.number < other.number);

export function plan<Happening>(
  { heap, size, lastNumber }: Agenda<Happening>,
  at: Instant,
  happening: Happening,
  depth = 0,
): Agenda<Happening> {
  const number = lastNumber + 1;
  return {
    heap: heapWith(heap, { at, number, depth, happening }, isSooner),
    size: size + 1,
    lastNumber: number,
  };
}

/** What happens next; null when nothing is planned. */
export function nextEntry<Happening>({ heap }: Agenda<Happening>): Entry<Happening> | null {
  return heap?.least ?? null;
}

export function withoutNext<Happening>({
  heap,
  size,
  lastNumber,
}: Agenda<Happening>): Agenda<Happening> {
  assert(heap !== null, 'nothing is planned');
  return { heap: heapWithoutLeast(heap, isSooner), size: size - 1, lastNumber };
}

/** All that is planned, in no order. */
export const allEntries = <Happening>({ heap }: Agenda<Happening>): readonly Entry<Happening>[] =>
  heapItems(heap);
