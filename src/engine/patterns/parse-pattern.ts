/** Takes a regular expression apart, and says what is wrong with it as PCRE does. */
import { anyByte, inBothCases, notLineFeed } from './byte-sets.ts';
import { parseBrackets } from './parse-brackets.ts';
import { parseEscape, setOfByte } from './parse-escape.ts';
import type { ByteSet, PatternNode } from './pattern-node.ts';
import { widthOf } from './pattern-node.ts';
import { PatternReader } from './pattern-reader.ts';

/** Bytes; longer ones would cost too much to match. */
const patternMax = 1000;
const nestingMax = 100;
const countMax = 65_535;

/** What `(?i)`, `(?m)`, `(?s)` and `(?x)` switch on, up to the end of their group. */
interface Options {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
}

const noOptions: Options = { i: false, m: false, s: false, x: false };
const nothing: PatternNode = { type: 'sequence', parts: [] };

export function parsePattern(pattern: string): PatternNode {
  const reader = new PatternReader(pattern);
  if (reader.length > patternMax) reader.fail('regular expression is too large', patternMax);
  return new PatternParser(reader).parse();
}

class PatternParser {
  readonly #reader: PatternReader;
  #options = noOptions;
  #captureCount = 0;
  #nesting = 0;
  #lastNamed = 0;

  constructor(reader: PatternReader) {
    this.#reader = reader;
  }

  parse(): PatternNode {
    const node = this.#choice();
    if (!this.#reader.isAtEnd) this.#reader.fail('unmatched parentheses');
    if (this.#lastNamed > this.#captureCount) {
      this.#reader.fail('reference to non-existent subpattern', this.#reader.length);
    }
    return node;
  }

  /** `a|b|c`, up to the closing parenthesis or the end. */
  #choice(): PatternNode {
    const before = this.#options;
    const options = [this.#sequence()];
    while (this.#reader.skip('|')) options.push(this.#sequence());
    this.#options = before;
    return options.length === 1 ? (options[0] as PatternNode) : { type: 'choice', options };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    for (;;) {
      if (this.#options.x) this.#reader.take(/(?:\s|#[^\n]*)*/y);
      if (this.#reader.isAtEnd || /[|)]/.test(this.#reader.next)) break;
      const item = this.#item();
      if (item !== null) parts.push(this.#repeated(item));
    }
    return parts.length === 1 ? (parts[0] as PatternNode) : { type: 'sequence', parts };
  }

  /** One thing that may be repeated; null where what was read says only how to read on. */
  #item(): PatternNode | null {
    const reader = this.#reader;
    if (reader.skip('(')) return this.#group();
    if (reader.skip('[')) return { type: 'byte', of: parseBrackets(reader, this.#options.i) };
    if (reader.skip('.')) return { type: 'byte', of: this.#options.s ? anyByte : notLineFeed };
    if (reader.skip('^')) {
      return { type: 'place', place: this.#options.m ? 'line-start' : 'subject-start' };
    }
    if (reader.skip('$')) {
      return { type: 'place', place: this.#options.m ? 'line-end' : 'subject-end' };
    }
    if (reader.skip('\\')) return this.#escape();
    if (/[*+?]/.test(reader.next)) reader.fail('nothing to repeat');
    return this.#byte(reader.takeByte());
  }

  #byte(byte: number): PatternNode {
    const set: ByteSet = setOfByte(byte);
    return { type: 'byte', of: this.#options.i ? inBothCases(set) : set };
  }

  #escape(): PatternNode {
    const quoted = this.#reader.take(/Q([^]*?)(?:\\E|$)/y);
    if (quoted !== null) {
      const bytes = Array.from(quoted[1] as string, (character) => character.charCodeAt(0));
      return { type: 'sequence', parts: bytes.map((byte) => this.#byte(byte)) };
    }
    if (this.#reader.skip('E')) return nothing;
    const escape = parseEscape(this.#reader, false);
    if (escape.type === 'byte') return this.#byte(escape.byte);
    if (escape.type === 'set') return { type: 'byte', of: escape.set };
    if (escape.type === 'place') return escape;
    this.#lastNamed = Math.max(this.#lastNamed, escape.number);
    return { ...escape, ignoresCase: this.#options.i };
  }

  /** The opening parenthesis has been read. */
  #group(): PatternNode | null {
    const reader = this.#reader;
    this.#nesting += 1;
    if (this.#nesting > nestingMax) reader.fail('parentheses are too deeply nested');
    const node = reader.skip('?') ? this.#specialGroup() : this.#capture();
    this.#nesting -= 1;
    return node;
  }

  #specialGroup(): PatternNode | null {
    const reader = this.#reader;
    if (reader.take(/#[^)]*/y) !== null) {
      if (!reader.skip(')')) reader.fail('missing ) after comment');
      return null;
    }
    if (reader.skip(':')) return this.#closed();
    if (reader.skip('>')) return { type: 'atomic', part: this.#closed() };
    if (reader.skip('=')) return this.#look(true, false);
    if (reader.skip('!')) return this.#look(true, true);
    if (reader.skip('<=')) return this.#look(false, false);
    if (reader.skip('<!')) return this.#look(false, true);
    if (reader.take(/(?:P?<\w+>|'\w+')/y) !== null) return this.#capture();
    if (reader.next === '<') reader.fail('unrecognized character after (?<', reader.at + 1);
    return this.#switch();
  }

  /** `(?i)` switches to the end of the group around it, `(?i:…)` within its own. */
  #switch(): PatternNode | null {
    const reader = this.#reader;
    const [, on = '', off = ''] = reader.take(/([imsx]*)(?:-([imsx]*))?/y) ?? [];
    const before = this.#options;
    const after = { ...before };
    for (const name of on) after[name as keyof Options] = true;
    for (const name of off) after[name as keyof Options] = false;
    const isForGroup = reader.next === ':';
    if (!reader.skip(':') && !reader.skip(')')) {
      reader.fail(reader.isAtEnd ? 'missing )' : 'unrecognized character after (? or (?-');
    }
    this.#options = after;
    if (!isForGroup) return null;
    const node = this.#closed();
    this.#options = before;
    return node;
  }

  #capture(): PatternNode {
    this.#captureCount += 1;
    const number = this.#captureCount;
    return { type: 'capture', number, part: this.#closed() };
  }

  #look(isAhead: boolean, isNegative: boolean): PatternNode {
    const part = this.#closed();
    const options = part.type === 'choice' ? part.options : [part];
    if (!isAhead && options.some((option) => widthOf(option) === null)) {
      this.#reader.fail('lookbehind assertion is not fixed length', this.#reader.at - 1);
    }
    return { type: 'look', isAhead, isNegative, part };
  }

  /** What stands in a group, and the parenthesis that closes it. */
  #closed(): PatternNode {
    const node = this.#choice();
    if (!this.#reader.skip(')')) this.#reader.fail('missing )');
    return node;
  }

  #repeated(part: PatternNode): PatternNode {
    const reader = this.#reader;
    const mark = reader.take(/[*+?]|\{(\d+)(?:(,)(\d*))?\}/y);
    if (mark === null) return part;
    const [sign, least = '', comma, most = ''] = mark;
    const { min, max } = this.#bounds(sign, least, comma === undefined ? least : most);
    if (reader.skip('+')) {
      return { type: 'atomic', part: { type: 'repeat', part, min, max, isGreedy: true } };
    }
    return { type: 'repeat', part, min, max, isGreedy: !reader.skip('?') };
  }

  #bounds(
    sign: string,
    least: string,
    most: string,
  ): { readonly min: number; readonly max: number } {
    if (sign === '*') return { min: 0, max: Number.POSITIVE_INFINITY };
    if (sign === '+') return { min: 1, max: Number.POSITIVE_INFINITY };
    if (sign === '?') return { min: 0, max: 1 };
    const min = Number(least);
    const max = most === '' ? Number.POSITIVE_INFINITY : Number(most);
    const at = this.#reader.at - 1;
    if (min > countMax || (max > countMax && most !== '')) {
      this.#reader.fail('number too big in {} quantifier', at);
    }
    if (max < min) this.#reader.fail('numbers out of order in {} quantifier', at);
    return { min, max };
  }
}
