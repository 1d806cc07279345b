/**
 * A map from whole numbers that mostly grow (delivery tags, positions in a queue) to values, in
 * numerical order, that never changes in place.
 *
 * It is a radix trie with 32 slots a node: setting, deleting and finding the first entry touch one
 * path, whose length grows by one for each factor of 32 in the span of the keys. Numbers are below
 * 2 ** 53.
 */
import { assert } from './assert.ts';

const slotsPerNode = 32;

/** `base` is the key of the first slot; a slot of a node at `level` 0 is a value. */
interface TrieNode<Value> {
  readonly level: number;
  readonly base: number;
  readonly slots: readonly (TrieNode<Value> | Value | undefined)[];
  readonly size: number;
}

export class SequenceMap<Value> implements Iterable<readonly [number, Value]> {
  static readonly #empty = new SequenceMap<never>(null);

  readonly #root: TrieNode<Value> | null;

  private constructor(root: TrieNode<Value> | null) {
    this.#root = root;
  }

  static empty<Value>(): SequenceMap<Value> {
    return SequenceMap.#empty;
  }

  get size(): number {
    return this.#root?.size ?? 0;
  }

  get(key: number): Value | undefined {
    let node = this.#root;
    if (node === null || !covers(node, key)) return undefined;
    while (node.level > 0) {
      node = node.slots[slotOf(node, key)] as TrieNode<Value> | null;
      if (node === undefined || node === null) return undefined;
    }
    return node.slots[slotOf(node, key)] as Value | undefined;
  }

  has(key: number): boolean {
    return this.get(key) !== undefined;
  }

  set(key: number, value: Value): SequenceMap<Value> {
    assert(Number.isSafeInteger(key) && key >= 0, `${key} is no whole number`);
    let root = this.#root ?? emptyLeaf<Value>(key);
    while (!covers(root, key)) root = raised(root);
    return new SequenceMap(put(root, key, value));
  }

  delete(key: number): SequenceMap<Value> {
    if (this.#root === null || !this.has(key)) return this;
    const root = drop(this.#root, key);
    return root === null ? SequenceMap.empty() : new SequenceMap(root);
  }

  /** The entry with the smallest key, or undefined when there is none. */
  first(): readonly [number, Value] | undefined {
    let node = this.#root;
    if (node === null) return undefined;
    for (;;) {
      const slot = node.slots.findIndex((item) => item !== undefined);
      if (node.level === 0) return [node.base + slot, node.slots[slot] as Value];
      node = node.slots[slot] as TrieNode<Value>;
    }
  }

  /** The entry with the greatest key, or undefined when there is none. */
  last(): readonly [number, Value] | undefined {
    let node = this.#root;
    if (node === null) return undefined;
    for (;;) {
      const slot = node.slots.findLastIndex((item) => item !== undefined);
      if (node.level === 0) return [node.base + slot, node.slots[slot] as Value];
      node = node.slots[slot] as TrieNode<Value>;
    }
  }

  *entries(): IterableIterator<readonly [number, Value]> {
    if (this.#root !== null) yield* entriesOf(this.#root);
  }

  *values(): IterableIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): IterableIterator<readonly [number, Value]> {
    return this.entries();
  }
}

const spanOf = (level: number): number => slotsPerNode ** (level + 1);

function covers({ base, level }: TrieNode<unknown>, key: number): boolean {
  return key >= base && key < base + spanOf(level);
}

function slotOf({ base, level }: TrieNode<unknown>, key: number): number {
  return Math.floor((key - base) / slotsPerNode ** level);
}

function emptyLeaf<Value>(key: number): TrieNode<Value> {
  return { level: 0, base: key - (key % slotsPerNode), slots: [], size: 0 };
}

/** The node one level up, which holds this one in a slot. */
function raised<Value>(node: TrieNode<Value>): TrieNode<Value> {
  const level = node.level + 1;
  const parent = { level, base: node.base - (node.base % spanOf(level)), size: node.size };
  if (node.size === 0) return { ...parent, slots: [] };
  const slots: (TrieNode<Value> | undefined)[] = [];
  const slot = (node.base - parent.base) / slotsPerNode ** level;
  for (let index = 0; index < slot; index++) slots.push(undefined);
  slots.push(node);
  return { ...parent, slots };
}

function put<Value>(node: TrieNode<Value>, key: number, value: Value): TrieNode<Value> {
  const { level, base } = node;
  const slot = slotOf(node, key);
  const before = node.slots[slot];
  const slots = node.slots.slice();
  while (slots.length < slot) slots.push(undefined);
  if (level === 0) {
    slots[slot] = value;
    return { level, base, slots, size: before === undefined ? node.size + 1 : node.size };
  }
  const childBefore = before as TrieNode<Value> | undefined;
  const child = put(
    childBefore ?? {
      level: level - 1,
      base: base + slot * slotsPerNode ** level,
      slots: [],
      size: 0,
    },
    key,
    value,
  );
  slots[slot] = child;
  return { level, base, slots, size: node.size + child.size - (childBefore?.size ?? 0) };
}

function drop<Value>(node: TrieNode<Value>, key: number): TrieNode<Value> | null {
  if (node.size === 1) return null;
  const slot = slotOf(node, key);
  const slots = node.slots.slice();
  slots[slot] =
    node.level === 0 ? undefined : (drop(node.slots[slot] as TrieNode<Value>, key) ?? undefined);
  return { level: node.level, base: node.base, slots, size: node.size - 1 };
}

function* entriesOf<Value>(node: TrieNode<Value>): IterableIterator<readonly [number, Value]> {
  for (const [slot, item] of node.slots.entries()) {
    if (item === undefined) continue;
    if (node.level === 0) yield [node.base + slot, item as Value];
    else yield* entriesOf(item as TrieNode<Value>);
  }
}
