/**
 * A heap that never changes in place: the least item is always at hand, adding costs next to
 * nothing, and taking the least away costs the logarithm of its size, on average.
 *
 * It is a pairing heap. Of items that compare equal, which comes first is decided by how they were
 * put in: give them a number to compare by where that matters.
 */
export interface Heap<Item> {
  readonly least: Item;
  readonly rest: Link<Item> | null;
}

interface Link<Item> {
  readonly heap: Heap<Item>;
  readonly next: Link<Item> | null;
}

/** Whether `one` comes before `other`. */
export type Before<Item> = (one: Item, other: Item) => boolean;

/** Null stands for the heap without items. */
export function heapWith<Item>(
  heap: Heap<Item> | null,
  item: Item,
  before: Before<Item>,
): Heap<Item> {
  return merged(heap, { least: item, rest: null }, before);
}

/** The heap without its least item. */
export function heapWithoutLeast<Item>(heap: Heap<Item>, before: Before<Item>): Heap<Item> | null {
  // Neighbours are merged in pairs, then the pairs from the last to the first: that is what keeps
  // later takes cheap.
  const pairs: Heap<Item>[] = [];
  let link = heap.rest;
  while (link !== null) {
    const { next } = link;
    pairs.push(next === null ? link.heap : merged(link.heap, next.heap, before));
    link = next?.next ?? null;
  }
  let all: Heap<Item> | null = null;
  for (const pair of pairs.reverse()) all = merged(all, pair, before);
  return all;
}

/** In no order. */
export function heapItems<Item>(heap: Heap<Item> | null): readonly Item[] {
  const items: Item[] = [];
  const heaps = heap === null ? [] : [heap];
  for (let last = heaps.pop(); last !== undefined; last = heaps.pop()) {
    items.push(last.least);
    for (let link = last.rest; link !== null; link = link.next) heaps.push(link.heap);
  }
  return items;
}

function merged<Item>(one: Heap<Item> | null, other: Heap<Item>, before: Before<Item>): Heap<Item> {
  if (one === null) return other;
  return before(other.least, one.least)
    ? { least: other.least, rest: { heap: one, next: other.rest } }
    : { least: one.least, rest: { heap: other, next: one.rest } };
}
