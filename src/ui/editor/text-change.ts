/** The one replacement that makes a text into another: what stays at both ends is left alone. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Null where the texts are the same. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  ) {
    same++;
  }
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
