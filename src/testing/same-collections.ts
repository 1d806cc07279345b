/**
 * Equality for the collections of `#base`. How they hold their items is their own affair, and in
 * private fields, which `toEqual` does not see: without this, any two of one size would be equal.
 *
 * ```ts
 * expect.addEqualityTesters([sameCollections]);
 * ```
 */
import type { expect } from 'vitest';
import { Fifo, PersistentMap, SequenceMap } from '#base';

export const sameCollections: Tester = haveSameItems;

type Tester = Parameters<typeof expect.addEqualityTesters>[0][number];

function haveSameItems(
  this: ThisParameterType<Tester>,
  a: unknown,
  b: unknown,
): boolean | undefined {
  const itemsOfA = itemsOf(a);
  const itemsOfB = itemsOf(b);
  if (itemsOfA === null && itemsOfB === null) return undefined;
  if (itemsOfA === null || itemsOfB === null) return false;
  return this.equals(itemsOfA, itemsOfB, [sameCollections]);
}

/** Null for what is none of the collections. Maps are compared by key, whatever their order. */
function itemsOf(value: unknown): unknown {
  if (value instanceof Fifo || value instanceof SequenceMap) return [...value];
  if (value instanceof PersistentMap) return Object.fromEntries(value);
  return null;
}
