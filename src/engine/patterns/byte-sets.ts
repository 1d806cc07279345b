/** Sets of bytes that regular expressions name: `\d`, `[:alpha:]`, `.` and the like. */
import type { ByteSet } from './pattern-node.ts';

export function setOf(belongs: (byte: number) => boolean): ByteSet {
  return Uint8Array.from({ length: 256 }, (_, byte) => (belongs(byte) ? 1 : 0));
}

export const inverse = (set: ByteSet): ByteSet => setOf((byte) => set[byte] === 0);

const within = (text: string): ByteSet => {
  const bytes = new Set(Array.from(text, (character) => character.charCodeAt(0)));
  return setOf((byte) => bytes.has(byte));
};

const between = (first: string, last: string) => (byte: number) =>
  byte >= first.charCodeAt(0) && byte <= last.charCodeAt(0);

const isDigit = between('0', '9');
const isUpper = between('A', 'Z');
const isLower = between('a', 'z');
const isLetter = (byte: number): boolean => isUpper(byte) || isLower(byte);
const isGraphic = between('!', '~');

export const anyByte = setOf(() => true);
export const notLineFeed = setOf((byte) => byte !== 0x0a);
export const wordBytes = setOf((byte) => isLetter(byte) || isDigit(byte) || byte === 0x5f);
const spaces = within(' \t\n\v\f\r');
const digits = setOf(isDigit);

/** Behind a backslash. */
export const escapedSets: Readonly<Record<string, ByteSet>> = {
  d: digits,
  D: inverse(digits),
  w: wordBytes,
  W: inverse(wordBytes),
  s: spaces,
  S: inverse(spaces),
  h: within(' \t\u00a0'),
  H: inverse(within(' \t\u00a0')),
  v: within('\n\v\f\r\u0085'),
  V: inverse(within('\n\v\f\r\u0085')),
  N: notLineFeed,
};

/** In brackets: `[[:alpha:]]`. */
export const namedSets: Readonly<Record<string, ByteSet>> = {
  alpha: setOf(isLetter),
  lower: setOf(isLower),
  upper: setOf(isUpper),
  alnum: setOf((byte) => isLetter(byte) || isDigit(byte)),
  ascii: setOf((byte) => byte < 0x80),
  blank: within(' \t'),
  cntrl: setOf((byte) => byte < 0x20 || byte === 0x7f),
  digit: digits,
  graph: setOf(isGraphic),
  print: setOf((byte) => isGraphic(byte) || byte === 0x20),
  punct: setOf((byte) => isGraphic(byte) && !isLetter(byte) && !isDigit(byte)),
  space: spaces,
  word: wordBytes,
  xdigit: setOf((byte) => isDigit(byte) || between('a', 'f')(byte) || between('A', 'F')(byte)),
};

/** The other case of an ASCII letter; every other byte is its own. */
export function otherCase(byte: number): number {
  return isLetter(byte) ? byte ^ 0x20 : byte;
}

export const inBothCases = (set: ByteSet): ByteSet =>
  setOf((byte) => set[byte] === 1 || set[otherCase(byte)] === 1);
