/**
 * Identity means unchanged: gives back `after` with every part that reads as it did in `before`
 * taken from there. A document that was parsed anew, or rebuilt by an edit, so changes only where it
 * says something else. For plain data, as JSON has it.
 */
export function shareStructure<Data>(before: unknown, after: Data): Data {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) return shareList(before, after) as Data;
  if (isRecord(before) && isRecord(after)) return shareRecord(before, after) as Data;
  return after;
}

type PlainRecord = Readonly<Record<string, unknown>>;

const isRecord = (data: unknown): data is PlainRecord =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** Items are looked for where they stood, and after a removal or insertion a little further on. */
function shareList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const shift = after.length - before.length;
  const shared = after.map((item, index) => {
    const inPlace = shareStructure(before[index], item);
    if (shift === 0 || Object.is(inPlace, before[index])) return inPlace;
    const shifted = before[index - shift];
    return readsTheSame(shifted, item) ? shifted : inPlace;
  });
  const isSame = shift === 0 && shared.every((item, index) => Object.is(item, before[index]));
  return isSame ? before : shared;
}

function readsTheSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => readsTheSame(item, other[at]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && readsTheSame(one[key], other[key]))
  );
}

function shareRecord(before: PlainRecord, after: PlainRecord): PlainRecord {
  const keys = Object.keys(after);
  let isSame = keys.length === Object.keys(before).length;
  const entries = keys.map((key) => {
    // A document may have any name for a key, `__proto__` too, which is not to be inherited.
    const earlier = Object.hasOwn(before, key) ? before[key] : undefined;
    const shared = shareStructure(earlier, after[key]);
    isSame &&= Object.hasOwn(before, key) && Object.is(shared, earlier);
    return [key, shared] as const;
  });
  return isSame ? before : Object.fromEntries(entries);
}
