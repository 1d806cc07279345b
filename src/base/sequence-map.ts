/**
 * A map from whole numbers that mostly grow (delivery tags, positions in a queue) to values, in
 * numerical order, that never changes in place.
 *
 * It is a radix trie with 32 keys a leaf and 32 children a branch: setting, deleting and finding the
 * first entry touch one path, whose length grows by one for each factor of 32 in the span of the keys.
 * Numbers are below 2 ** 53.
 *
 * What is mostly done is done without copying a leaf: setting the key behind all others writes into an
 * array that older values share, but behind the part that they see; deleting the first key only moves
 * where that part begins.
 */
import { assert } from './assert.ts';

const slotsPerNode = 32;

interface Leaf<Value> {
  readonly level: 0;
  /** The first key that may stand here, a multiple of 32. */
  readonly base: number;
  /** How many entries it has. */
  readonly size: number;
  /** The key of `values[0]`. */
  readonly first: number;
  /** Ours are those from `from` to before `to`; some of them may be undefined. */
  readonly values: (Value | undefined)[];
  readonly from: number;
  readonly to: number;
}

interface Branch<Value> {
  readonly level: number;
  readonly base: number;
  readonly size: number;
  readonly children: readonly (TrieNode<Value> | undefined)[];
}

type TrieNode<Value> = Leaf<Value> | Branch<Value>;

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
    let node: TrieNode<Value> | null | undefined = this.#root;
    if (node === null || !covers(node, key)) return undefined;
    while (node !== undefined && !isLeaf(node)) node = node.children[slotOf(node, key)];
    if (node === undefined) return undefined;
    const index = key - node.first;
    return index >= node.from && index < node.to ? node.values[index] : undefined;
  }

  has(key: number): boolean {
    return this.get(key) !== undefined;
  }

  set(key: number, value: Value): SequenceMap<Value> {
    assert(Number.isSafeInteger(key) && key >= 0, 'no whole number:', key);
    const root = this.#root;
    return new SequenceMap(root === null ? leafWith(key, value) : putBelow(root, key, value));
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
    while (!isLeaf(node)) node = node.children.find(isNode) as TrieNode<Value>;
    let index = node.from;
    while (node.values[index] === undefined) index += 1;
    return [node.first + index, node.values[index] as Value];
  }

  /** The entry with the greatest key, or undefined when there is none. */
  last(): readonly [number, Value] | undefined {
    let node = this.#root;
    if (node === null) return undefined;
    while (!isLeaf(node)) node = node.children.findLast(isNode) as TrieNode<Value>;
    let index = node.to - 1;
    while (node.values[index] === undefined) index -= 1;
    return [node.first + index, node.values[index] as Value];
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

const isLeaf = <Value>(node: TrieNode<Value>): node is Leaf<Value> => node.level === 0;

const isNode = (child: unknown): boolean => child !== undefined;

const spanOf = (level: number): number => slotsPerNode ** (level + 1);

function covers({ base, level }: TrieNode<unknown>, key: number): boolean {
  return key >= base && key < base + (level === 0 ? slotsPerNode : spanOf(level));
}

function slotOf({ base, level }: TrieNode<unknown>, key: number): number {
  return Math.floor((key - base) / slotsPerNode ** level);
}

function leafWith<Value>(key: number, value: Value): Leaf<Value> {
  const base = key - (key % slotsPerNode);
  return { level: 0, base, size: 1, first: key, values: [value], from: 0, to: 1 };
}

/** The node one level up, which holds this one in a slot. */
function raised<Value>(node: TrieNode<Value>): Branch<Value> {
  const level = node.level + 1;
  const base = node.base - (node.base % spanOf(level));
  const slot = (node.base - base) / slotsPerNode ** level;
  return { level, base, size: node.size, children: withChild([], slot, node) };
}

function put<Value>(node: TrieNode<Value>, key: number, value: Value): TrieNode<Value> {
  if (isLeaf(node)) return putInLeaf(node, key, value);
  const { level, base, children } = node;
  const slot = slotOf(node, key);
  const before = children[slot];
  const child = before === undefined ? leafWith(key, value) : putBelow(before, key, value);
  const size = node.size + child.size - (before?.size ?? 0);
  return { level, base, size, children: withChild(children, slot, child) };
}

/** Branches stand only where leaves part, so that a child may not reach as far as its parent lets it. */
function putBelow<Value>(node: TrieNode<Value>, key: number, value: Value): TrieNode<Value> {
  let reaching = node;
  while (!covers(reaching, key)) reaching = raised(reaching);
  return put(reaching, key, value);
}

function putInLeaf<Value>(leaf: Leaf<Value>, key: number, value: Value): Leaf<Value> {
  const { base, from, to } = leaf;
  const index = key - leaf.first;
  if (index === to && leaf.values.length === to) {
    leaf.values.push(value);
    return {
      level: 0,
      base,
      size: leaf.size + 1,
      first: leaf.first,
      values: leaf.values,
      from,
      to: to + 1,
    };
  }
  // A copy that begins with the first key there is.
  const first = Math.min(key, leaf.first + from);
  const end = Math.max(key + 1, leaf.first + to);
  const values: (Value | undefined)[] = [];
  for (let at = first; at < end; at++) {
    const old = at - leaf.first;
    values.push(old >= from && old < to ? leaf.values[old] : undefined);
  }
  const size = values[key - first] === undefined ? leaf.size + 1 : leaf.size;
  values[key - first] = value;
  return { level: 0, base, size, first, values, from: 0, to: values.length };
}

/** The node without the key, which it holds; null when nothing is left. */
function drop<Value>(node: TrieNode<Value>, key: number): TrieNode<Value> | null {
  if (node.size === 1) return null;
  if (isLeaf(node)) return dropFromLeaf(node, key);
  const { level, base, children } = node;
  const slot = slotOf(node, key);
  const child = drop(children[slot] as TrieNode<Value>, key) ?? undefined;
  return { level, base, size: node.size - 1, children: withChild(children, slot, child) };
}

function dropFromLeaf<Value>(leaf: Leaf<Value>, key: number): Leaf<Value> {
  const { base, first, values, from, to } = leaf;
  const index = key - first;
  const size = leaf.size - 1;
  if (index === from) {
    let next = from + 1;
    while (values[next] === undefined) next += 1;
    return { level: 0, base, size, first, values, from: next, to };
  }
  const copy = values.slice(from, to);
  copy[index - from] = undefined;
  return { level: 0, base, size, first: first + from, values: copy, from: 0, to: to - from };
}

function withChild<Value>(
  children: readonly (TrieNode<Value> | undefined)[],
  slot: number,
  child: TrieNode<Value> | undefined,
): readonly (TrieNode<Value> | undefined)[] {
  const copy = children.slice();
  while (copy.length < slot) copy.push(undefined);
  copy[slot] = child;
  return copy;
}

function* entriesOf<Value>(node: TrieNode<Value>): IterableIterator<readonly [number, Value]> {
  if (isLeaf(node)) {
    for (let index = node.from; index < node.to; index++) {
      const value = node.values[index];
      if (value !== undefined) yield [node.first + index, value];
    }
    return;
  }
  for (const child of node.children) if (child !== undefined) yield* entriesOf(child);
}
