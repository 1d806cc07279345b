/**
 * A map that never changes in place: `set` and `delete` give another map, which shares all but a
 * path of small arrays with this one. Looking up, setting and deleting cost the same whether it
 * holds ten entries or a million, so a broker with a thousand queues changes one of them as quickly
 * as a broker with one.
 *
 * It is a hash array mapped trie. Entries come out in an order that depends on the keys and the
 * order of changes only, so that runs replay; who needs another order sorts.
 */
export type MapKey = string | number;

/** Bits of the hash that choose a slot at one level. */
const bitsPerLevel = 5;
const slotMask = (1 << bitsPerLevel) - 1;
const hashBits = 32;

interface Leaf<Key, Value> {
  readonly hash: number;
  readonly key: Key;
  readonly value: Value;
}

/** Entries whose hashes are equal in all bits. */
interface Collision<Key, Value> {
  readonly hash: number;
  readonly leaves: readonly Leaf<Key, Value>[];
}

/** The slots in use, in order; `bitmap` tells which of the 32 they are. */
interface Branch<Key, Value> {
  readonly bitmap: number;
  readonly slots: readonly TrieNode<Key, Value>[];
}

type TrieNode<Key, Value> = Leaf<Key, Value> | Collision<Key, Value> | Branch<Key, Value>;

export class PersistentMap<Key extends MapKey, Value> implements Iterable<readonly [Key, Value]> {
  static readonly #empty = new PersistentMap<never, never>(null, 0, null);

  readonly #root: TrieNode<Key, Value> | null;
  readonly size: number;
  /** The entry that was last asked for or set: whoever changes something looks at it several times. */
  #latest: Leaf<Key, Value> | null;

  private constructor(
    root: TrieNode<Key, Value> | null,
    size: number,
    latest: Leaf<Key, Value> | null,
  ) {
    this.#root = root;
    this.size = size;
    this.#latest = latest;
  }

  static empty<Key extends MapKey, Value>(): PersistentMap<Key, Value> {
    return PersistentMap.#empty as unknown as PersistentMap<Key, Value>;
  }

  static from<Key extends MapKey, Value>(
    entries: Iterable<readonly [Key, Value]>,
  ): PersistentMap<Key, Value> {
    let map = PersistentMap.empty<Key, Value>();
    for (const [key, value] of entries) map = map.set(key, value);
    return map;
  }

  get(key: Key): Value | undefined {
    return this.#leafOf(key)?.value;
  }

  #leafOf(key: Key): Leaf<Key, Value> | undefined {
    const latest = this.#latest;
    if (latest !== null && latest.key === key) return latest;
    if (this.#root === null) return undefined;
    const found = leafIn(this.#root, hashOf(key), key);
    if (found !== undefined) this.#latest = found;
    return found;
  }

  has(key: Key): boolean {
    return this.#leafOf(key) !== undefined;
  }

  set(key: Key, value: Value): PersistentMap<Key, Value> {
    const before = this.#leafOf(key);
    if (before === undefined) {
      const leaf = { hash: hashOf(key), key, value };
      const root = this.#root === null ? leaf : put(this.#root, leaf, 0);
      return new PersistentMap(root, this.size + 1, leaf);
    }
    if (before.value === value) return this;
    const leaf = { hash: before.hash, key, value };
    return new PersistentMap(put(this.#root as TrieNode<Key, Value>, leaf, 0), this.size, leaf);
  }

  delete(key: Key): PersistentMap<Key, Value> {
    const leaf = this.#leafOf(key);
    if (leaf === undefined) return this;
    const root = drop(this.#root as TrieNode<Key, Value>, leaf.hash, key, 0);
    return new PersistentMap(root, this.size - 1, null);
  }

  *entries(): IterableIterator<readonly [Key, Value]> {
    for (const leaf of leavesOf(this.#root)) yield [leaf.key, leaf.value] as const;
  }

  *keys(): IterableIterator<Key> {
    for (const leaf of leavesOf(this.#root)) yield leaf.key;
  }

  *values(): IterableIterator<Value> {
    for (const leaf of leavesOf(this.#root)) yield leaf.value;
  }

  [Symbol.iterator](): IterableIterator<readonly [Key, Value]> {
    return this.entries();
  }
}

function leafIn<Key, Value>(
  root: TrieNode<Key, Value>,
  hash: number,
  key: Key,
): Leaf<Key, Value> | undefined {
  let node = root;
  for (let shift = 0; ; shift += bitsPerLevel) {
    if ('slots' in node) {
      const bit = 1 << ((hash >>> shift) & slotMask);
      if ((node.bitmap & bit) === 0) return undefined;
      node = node.slots[countBits(node.bitmap & (bit - 1))] as TrieNode<Key, Value>;
    } else if ('leaves' in node) {
      return node.leaves.find((leaf) => leaf.key === key);
    } else {
      return node.key === key ? node : undefined;
    }
  }
}

function put<Key, Value>(
  node: TrieNode<Key, Value>,
  leaf: Leaf<Key, Value>,
  shift: number,
): TrieNode<Key, Value> {
  if ('slots' in node) {
    const bit = 1 << ((leaf.hash >>> shift) & slotMask);
    const index = countBits(node.bitmap & (bit - 1));
    if ((node.bitmap & bit) === 0) {
      return { bitmap: node.bitmap | bit, slots: inserted(node.slots, index, leaf) };
    }
    const child = node.slots[index] as TrieNode<Key, Value>;
    const changed = put(child, leaf, shift + bitsPerLevel);
    return { bitmap: node.bitmap, slots: replaced(node.slots, index, changed) };
  }
  if (node.hash !== leaf.hash) return split(node, leaf, shift);
  if ('leaves' in node) {
    return {
      hash: node.hash,
      leaves: [...node.leaves.filter(({ key }) => key !== leaf.key), leaf],
    };
  }
  if (node.key !== leaf.key) return { hash: node.hash, leaves: [node, leaf] };
  return leaf;
}

/** A branch, or several, in which two nodes of different hash stand apart. */
function split<Key, Value>(
  one: Leaf<Key, Value> | Collision<Key, Value>,
  other: Leaf<Key, Value>,
  shift: number,
): TrieNode<Key, Value> {
  const slotOfOne = (one.hash >>> shift) & slotMask;
  const slotOfOther = (other.hash >>> shift) & slotMask;
  if (slotOfOne === slotOfOther) {
    return { bitmap: 1 << slotOfOne, slots: [split(one, other, shift + bitsPerLevel)] };
  }
  return {
    bitmap: (1 << slotOfOne) | (1 << slotOfOther),
    slots: slotOfOne < slotOfOther ? [one, other] : [other, one],
  };
}

/** The node without the key, which it must hold; null when nothing is left. */
function drop<Key, Value>(
  node: TrieNode<Key, Value>,
  hash: number,
  key: Key,
  shift: number,
): TrieNode<Key, Value> | null {
  if ('slots' in node) {
    const bit = 1 << ((hash >>> shift) & slotMask);
    const index = countBits(node.bitmap & (bit - 1));
    const child = drop(node.slots[index] as TrieNode<Key, Value>, hash, key, shift + bitsPerLevel);
    if (child !== null) {
      // A branch with a single leaf is that leaf, at whatever level it stands.
      if (node.slots.length === 1 && !('slots' in child)) return child;
      return { bitmap: node.bitmap, slots: replaced(node.slots, index, child) };
    }
    if (node.slots.length === 1) return null;
    const slots = node.slots.toSpliced(index, 1);
    const only = slots[0] as TrieNode<Key, Value>;
    if (slots.length === 1 && !('slots' in only)) return only;
    return { bitmap: node.bitmap & ~bit, slots };
  }
  if (!('leaves' in node)) return null;
  const leaves = node.leaves.filter((leaf) => leaf.key !== key);
  return leaves.length === 1 ? (leaves[0] as Leaf<Key, Value>) : { hash: node.hash, leaves };
}

function* leavesOf<Key, Value>(
  node: TrieNode<Key, Value> | null,
): IterableIterator<Leaf<Key, Value>> {
  if (node === null) return;
  if ('slots' in node) for (const child of node.slots) yield* leavesOf(child);
  else if ('leaves' in node) yield* node.leaves;
  else yield node;
}

function replaced<Item>(items: readonly Item[], index: number, item: Item): Item[] {
  const copy = items.slice();
  copy[index] = item;
  return copy;
}

function inserted<Item>(items: readonly Item[], index: number, item: Item): Item[] {
  const copy = items.slice();
  copy.splice(index, 0, item);
  return copy;
}

function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> (hashBits - 8);
}

function hashOf(key: MapKey): number {
  if (typeof key === 'number') return Math.imul(key ^ (key >>> 16), 0x45d9f3b);
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
}
