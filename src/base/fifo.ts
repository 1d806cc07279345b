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

export class Fifo<Item> implements Iterable<Item> {
  static readonly #empty = new Fifo<never>(0, [], 0, 0, null, null, [], 0);

  readonly size: number;
  readonly #front: readonly Item[];
  /** How many of the front chunk are gone. */
  readonly #takenCount: number;
  /** How many of the front chunk are ours; it may be the back chunk, on which others append. */
  readonly #frontSize: number;
  /** Full chunks behind the front, the oldest first. */
  readonly #older: Link<Item> | null;
  /** Full chunks behind those, the newest first. */
  readonly #newer: Link<Item> | null;
  readonly #back: Item[];
  readonly #backSize: number;

  private constructor(
    size: number,
    front: readonly Item[],
    takenCount: number,
    frontSize: number,
    older: Link<Item> | null,
    newer: Link<Item> | null,
    back: Item[],
    backSize: number,
  ) {
    this.size = size;
    this.#front = front;
    this.#takenCount = takenCount;
    this.#frontSize = frontSize;
    this.#older = older;
    this.#newer = newer;
    this.#back = back;
    this.#backSize = backSize;
  }

  static empty<Item>(): Fifo<Item> {
    return Fifo.#empty;
  }

  static of<Item>(items: Iterable<Item>): Fifo<Item> {
    let fifo = Fifo.empty<Item>();
    for (const item of items) fifo = fifo.push(item);
    return fifo;
  }

  push(item: Item): Fifo<Item> {
    const size = this.size + 1;
    if (size === 1) return new Fifo(1, [item], 0, 1, null, null, [], 0);
    const back = this.#back;
    const backSize = this.#backSize;
    if (backSize === itemsPerChunk) {
      return this.#withBack(size, { chunk: back, next: this.#newer }, [item], 1);
    }
    const owned = back.length === backSize && backSize > 0 ? back : back.slice(0, backSize);
    owned.push(item);
    return this.#withBack(size, this.#newer, owned, backSize + 1);
  }

  #withBack(size: number, newer: Link<Item> | null, back: Item[], backSize: number): Fifo<Item> {
    const taken = this.#takenCount;
    return new Fifo(size, this.#front, taken, this.#frontSize, this.#older, newer, back, backSize);
  }

  /** The oldest item, left where it is. */
  peek(): Item | undefined {
    return this.size === 0 ? undefined : this.#front[this.#takenCount];
  }

  /** The sequence without its oldest item; itself when there is none. */
  rest(): Fifo<Item> {
    const size = this.size - 1;
    if (size <= 0) return Fifo.empty();
    const taken = this.#takenCount + 1;
    const [older, newer] = [this.#older, this.#newer];
    const [back, backSize] = [this.#back, this.#backSize];
    if (taken < this.#frontSize) {
      return new Fifo(size, this.#front, taken, this.#frontSize, older, newer, back, backSize);
    }
    const next = older ?? turned(newer);
    if (next === null) return new Fifo(size, back, 0, backSize, null, null, [], 0);
    const left = older === null ? null : newer;
    return new Fifo(size, next.chunk, 0, next.chunk.length, next.next, left, back, backSize);
  }

  *[Symbol.iterator](): IterableIterator<Item> {
    const front = this.#front;
    for (let index = this.#takenCount; index < this.#frontSize; index++) {
      yield front[index] as Item;
    }
    for (let link = this.#older; link !== null; link = link.next) yield* link.chunk;
    for (let link = turned(this.#newer); link !== null; link = link.next) yield* link.chunk;
    for (let index = 0; index < this.#backSize; index++) yield this.#back[index] as Item;
  }
}

function turned<Item>(newest: Link<Item> | null): Link<Item> | null {
  let oldest: Link<Item> | null = null;
  for (let link = newest; link !== null; link = link.next) {
    oldest = { chunk: link.chunk, next: oldest };
  }
  return oldest;
}
