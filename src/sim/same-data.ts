/** Comparing plain data (what JSON can hold) by what it says; the order of keys says nothing. */

export const sameData = (one: unknown, other: unknown): boolean =>
  one === other || dataText(one) === dataText(other);

/** A text that is the same for the same data. Fields that are undefined are as good as left out. */
export function dataText(data: unknown): string {
  if (typeof data !== 'object' || data === null) return JSON.stringify(data) ?? '';
  if (Array.isArray(data)) return `[${data.map(dataText).join(',')}]`;
  const fields = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${dataText(value)}`);
  return `{${fields.join(',')}}`;
}
