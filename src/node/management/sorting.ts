/** The order of a list: as Erlang orders terms, by the fields asked for and then by the usual ones. */
import type { Fields, Json } from './json.ts';
import { isObject } from './json.ts';

/** `by` may name a field within a field, with dots. */
export function sorted(
  items: readonly Fields[],
  usual: readonly string[],
  by: string | undefined,
  isReversed: boolean,
): readonly Fields[] {
  const keys = by === undefined ? usual : [by, ...usual];
  const paths = keys.map((key) => key.split('.').filter((name) => name !== ''));
  const keyed = items.map((item) => ({ item, key: paths.map((path) => valueAt(item, path)) }));
  keyed.sort((one, other) => compare(one.key, other.key));
  const inOrder = keyed.map(({ item }) => item);
  return isReversed ? inOrder.reverse() : inOrder;
}

function valueAt(item: Json, path: readonly string[]): Json {
  let value: Json | undefined = item;
  for (const name of path)
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value ?? 0;
}

/** Numbers come before atoms, those before tables, lists and texts. */
function rank(value: Json): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'boolean' || value === null) return 1;
  if (isObject(value)) return 2;
  return typeof value === 'string' ? 4 : 3;
}

function compare(one: Json, other: Json): number {
  const byRank = rank(one) - rank(other);
  if (byRank !== 0) return byRank;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (Array.isArray(one) && Array.isArray(other)) return compareLists(one, other);
  if (isObject(one) && isObject(other))
    return compareLists(Object.entries(one).flat(), Object.entries(other).flat());
  const [a, b] = [String(one), String(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareLists(one: readonly Json[], other: readonly Json[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    const order = compare(value, against);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}
