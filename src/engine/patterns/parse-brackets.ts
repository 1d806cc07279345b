/** What stands in brackets: `[a-z_]`, `[^0-9]`, `[[:alpha:].]`. */
import { inBothCases, inverse, namedSets, setOf } from './byte-sets.ts';
import { parseEscape, setOfByte } from './parse-escape.ts';
import type { ByteSet } from './pattern-node.ts';
import type { PatternReader } from './pattern-reader.ts';

/** The opening bracket has been read. */
export function parseBrackets(reader: PatternReader, ignoresCase: boolean): ByteSet {
  const isInverse = reader.skip('^');
  const sets: ByteSet[] = [];
  // A closing bracket that comes first is one of the bytes.
  if (reader.skip(']')) sets.push(...parseRange(reader, setOfByte(0x5d), 0x5d));
  while (!reader.skip(']')) {
    if (reader.isAtEnd) reader.fail('missing terminating ] for character class', reader.length);
    sets.push(...parseItem(reader));
  }
  const all = setOf((byte) => sets.some((set) => set[byte] === 1));
  const cased = ignoresCase ? inBothCases(all) : all;
  return isInverse ? inverse(cased) : cased;
}

function parseItem(reader: PatternReader): readonly ByteSet[] {
  const named = reader.take(/\[:(\^?)([a-z]+):\]/y);
  if (named !== null) return [parseNamed(reader, named)];
  if (reader.skip('\\')) {
    if (reader.skip('Q') || reader.skip('E')) return [];
    const escape = parseEscape(reader, true);
    if (escape.type === 'set') return [escape.set];
    const byte = escape.type === 'byte' ? escape.byte : 0;
    return parseRange(reader, setOfByte(byte), byte);
  }
  const byte = reader.takeByte();
  return parseRange(reader, setOfByte(byte), byte);
}

function parseNamed(reader: PatternReader, [all, not, name = '']: RegExpExecArray): ByteSet {
  if (!Object.hasOwn(namedSets, name)) {
    reader.fail('unknown POSIX class name', reader.at - all.length + 2);
  }
  const set = namedSets[name] as ByteSet;
  return not === '^' ? inverse(set) : set;
}

/** One byte, or all from it to another. */
function parseRange(reader: PatternReader, one: ByteSet, first: number): readonly ByteSet[] {
  // A hyphen that comes last, or before a set, is one of the bytes.
  if (reader.take(/-(?!\]|\[:|\\[dDwWsShHvVN])/y) === null || reader.isAtEnd) return [one];
  const at = reader.at;
  const last = parseLast(reader);
  if (last < first) reader.fail('range out of order in character class', at);
  return [setOf((byte) => byte >= first && byte <= last)];
}

function parseLast(reader: PatternReader): number {
  if (!reader.skip('\\')) return reader.takeByte();
  const escape = parseEscape(reader, true);
  return escape.type === 'byte' ? escape.byte : 0;
}
