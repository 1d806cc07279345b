/** `#fff` as `#ffffff`: stylesheets are shortened when they are built, and Monaco takes no short ones. */
export const inFull = (colour: string): string =>
  colour.length === 4 ? colour.replace(/[0-9a-f]/gi, (digit) => digit + digit) : colour;

/** So much of the one colour, from 0 to 1, and the rest of the other; both in full. */
export function mixed(one: string, share: number, other: string): string {
  const part = (colour: string, at: number): number =>
    Number.parseInt(colour.slice(at, at + 2), 16);
  const digits = [1, 3, 5].map((at) =>
    Math.round(part(one, at) * share + part(other, at) * (1 - share))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}
