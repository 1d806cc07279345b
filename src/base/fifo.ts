/**
 * A first-in, first-out sequence that never changes in place.
 *
 * Every state of a run stays readable after the next one exists (the timeline shows them), so a
 * queue of a million messages must not be copied for each one that leaves. Items stand in chunks:
 * those at the front are taken by counting, those at the back are appended, and the full chunks
 * between wait on two lists, the second of which is turned round when the first is used up.
 *
 * Appending writes into a chunk that older values share, but always behind the part that they see;
 * where somebody has already appended there, the chunk is copied first.
 *
 * Invariant: the front chunk holds the oldest item whenever there is one.
 */
const itemsPerChunk = 64;

interface Link<Item> {
  readonly chunk: readonly Item[];
  readonly next: Link<Item> | null;
}

interface Parts<Item> {
  readonly front: readonly Item[];
  /** How many of the front chunk are gone. */
  readonly takenCount: number;
  /** How many of the front chunk are ours; it may be the back chunk, on which others append. */
  readonly frontSize: number;
  /** Full chunks behind the front, the oldest first. */
  readonly older: Link<Item> | null;
  /** Full chunks behind those, the newest first. */
  readonly newer: Link<Item> | null;
  readonly back: Item[];
  readonly backSize: number;
  readonly size: number;
}

export class Fifo<Item> implements Iterable<Item> {
  static readonly #empty = new Fifo<never>({
    front: [],
    takenCount: 0,
    frontSize: 0,
    older: null,
    newer: null,
    back: [],
    backSize: 0,
    size: 0,
  });

  readonly #parts: Parts<Item>;

  private constructor(parts: Parts<Item>) {
    this.#parts = parts;
  }

  static empty<Item>(): Fifo<Item> {
    return Fifo.#empty;
  }

  static of<Item>(items: Iterable<Item>): Fifo<Item> {
    let fifo = Fifo.empty<Item>();
    for (const item of items) fifo = fifo.push(item);
    return fifo;
  }

  get size(): number {
    return this.#parts.size;
  }

  push(item: Item): Fifo<Item> {
    const parts = this.#parts;
    if (parts.size === 0) {
      const chunk = [item];
      return new Fifo({ ...parts, front: chunk, takenCount: 0, frontSize: 1, back: [], backSize: 0, older: null, newer: null, size: 1 });
    }
    const { back, backSize, newer, size } = parts;
    if (backSize === itemsPerChunk) {
      return new Fifo({ ...parts, newer: { chunk: back, next: newer }, back: [item], backSize: 1, size: size + 1 });
    }
    const owned = back.length === backSize && backSize > 0 ? back : back.slice(0, backSize);
    owned.push(item);
    return new Fifo({ ...parts, back: owned, backSize: backSize + 1, size: size + 1 });
  }

  /** The oldest item, left where it is. */
  peek(): Item | undefined {
    const { front, takenCount, size } = this.#parts;
    return size === 0 ? undefined : front[takenCount];
  }

  /** The sequence without its oldest item; itself when there is none. */
  rest(): Fifo<Item> {
    const parts = this.#parts;
    if (parts.size <= 1) return Fifo.empty();
    const takenCount = parts.takenCount + 1;
    if (takenCount < parts.frontSize) return new Fifo({ ...parts, takenCount, size: parts.size - 1 });
    return new Fifo(withNextFront(parts));
  }

  *[Symbol.iterator](): IterableIterator<Item> {
    const { front, takenCount, frontSize, older, newer, back, backSize } = this.#parts;
    for (let index = takenCount; index < frontSize; index++) yield front[index] as Item;
    for (let link = older; link !== null; link = link.next) yield* link.chunk;
    for (let link = turned(newer); link !== null; link = link.next) yield* link.chunk;
    for (let index = 0; index < backSize; index++) yield back[index] as Item;
  }
}

/** The front chunk is used up: the next one takes its place. */
function withNextFront<Item>(parts: Parts<Item>): Parts<Item> {
  const size = parts.size - 1;
  const older = parts.older ?? turned(parts.newer);
  const newer = parts.older === null ? null : parts.newer;
  if (older === null) {
    const { back, backSize } = parts;
    return { front: back, takenCount: 0, frontSize: backSize, older, newer, back: [], backSize: 0, size };
  }
  const { chunk, next } = older;
  return { ...parts, front: chunk, takenCount: 0, frontSize: chunk.length, older: next, newer, size };
}

function turned<Item>(newest: Link<Item> | null): Link<Item> | null {
  let oldest: Link<Item> | null = null;
  for (let link = newest; link !== null; link = link.next) oldest = { chunk: link.chunk, next: oldest };
  return oldest;
}
