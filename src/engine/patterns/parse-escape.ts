/** What a backslash begins, in brackets and outside. */
import { escapedSets, setOf } from './byte-sets.ts';
import type { ByteSet, Place } from './pattern-node.ts';
import type { PatternReader } from './pattern-reader.ts';

const controls: Readonly<Record<string, number>> = {
  a: 0x07,
  e: 0x1b,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
};

const places: Readonly<Record<string, Place>> = {
  A: 'subject-start',
  Z: 'subject-end',
  z: 'very-end',
  b: 'word-boundary',
  B: 'no-word-boundary',
  G: 'subject-start',
};

export type Escape =
  | { readonly type: 'byte'; readonly byte: number }
  | { readonly type: 'set'; readonly set: ByteSet }
  | { readonly type: 'place'; readonly place: Place }
  | { readonly type: 'repetition-of'; readonly number: number };

/** The backslash has been read. */
export function parseEscape(reader: PatternReader, isInBrackets: boolean): Escape {
  if (reader.isAtEnd) reader.fail('\\ at end of pattern');
  const { next } = reader;
  if (next === 'x') return byteOf(parseHexadecimal(reader));
  if (next === '0') return byteOf(Number.parseInt(reader.take(/[0-7]{1,3}/y)?.[0] ?? '0', 8));
  if (/[1-9]/.test(next)) return parseNumber(reader, isInBrackets);
  if (next === 'c') return parseControl(reader);
  const byte = reader.takeByte();
  if (Object.hasOwn(escapedSets, next)) {
    return { type: 'set', set: escapedSets[next] as ByteSet };
  }
  if (Object.hasOwn(controls, next)) return byteOf(controls[next] as number);
  if (isInBrackets && next === 'b') return byteOf(0x08);
  if (!isInBrackets && Object.hasOwn(places, next)) {
    return { type: 'place', place: places[next] as Place };
  }
  // PCRE knows more, which is of no use for names.
  if (/[CEGKLPRUXgkplu]/.test(next))
    reader.fail('unrecognized character follows \\', reader.at - 1);
  return byteOf(byte);
}

const byteOf = (byte: number): Escape => ({ type: 'byte', byte: byte & 0xff });

/** `\x41`, `\x{41}`; `\x` alone is the byte 0. */
function parseHexadecimal(reader: PatternReader): number {
  reader.takeByte();
  const braced = reader.take(/\{([0-9a-fA-F]+)\}/y);
  if (braced === null) return Number.parseInt(reader.take(/[0-9a-fA-F]{1,2}/y)?.[0] ?? '0', 16);
  const value = Number.parseInt(braced[1] as string, 16);
  if (value > 0xff) reader.fail('character value in \\x{} or \\o{} is too large', reader.at - 1);
  return value;
}

/** `\1` names a capture; in brackets, and where it begins with no such number, it is octal. */
function parseNumber(reader: PatternReader, isInBrackets: boolean): Escape {
  if (isInBrackets) {
    const octal = reader.take(/[0-7]{1,3}/y);
    return byteOf(octal === null ? reader.takeByte() : Number.parseInt(octal[0], 8));
  }
  const [digits] = reader.take(/\d+/y) as RegExpExecArray;
  return { type: 'repetition-of', number: Number(digits) };
}

/** `\cA` is Control-A. */
function parseControl(reader: PatternReader): Escape {
  reader.takeByte();
  if (reader.isAtEnd) reader.fail('\\c at end of pattern');
  const character = String.fromCharCode(reader.takeByte());
  return byteOf(character.toUpperCase().charCodeAt(0) ^ 0x40);
}

export const setOfByte = (byte: number): ByteSet => setOf((other) => other === byte);
