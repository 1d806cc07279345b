/**
 * `after`, in which everything that reads as it did in `before` is the same object: what did not
 * change is not drawn again, and an edit that changes nothing is none. Lists of different lengths are
 * not compared, as nothing says which item was which.
 */
export function keepUnchanged<T>(before: T, after: T): T {
  if (before === after || !isObject(before) || !isObject(after)) return after;
  if (Array.isArray(before) || Array.isArray(after)) {
    return Array.isArray(before) && Array.isArray(after) ? keepItems(before, after) : after;
  }
  return keepFields(before, after);
}

function keepItems<T>(before: readonly unknown[] & T, after: readonly unknown[] & T): T {
  if (before.length !== after.length) return after;
  const items = after.map((item, index) => keepUnchanged(before[index], item));
  return items.every((item, index) => item === before[index]) ? before : (items as T);
}

function keepFields<T extends PlainObject>(before: T, after: T): T {
  const names = Object.keys(after);
  const entries = names.map((name) => [name, keepUnchanged(before[name], after[name])] as const);
  const isSame =
    names.length === Object.keys(before).length &&
    entries.every(([name, value]) => Object.hasOwn(before, name) && value === before[name]);
  return isSame ? before : (Object.fromEntries(entries) as T);
}

type PlainObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null;
