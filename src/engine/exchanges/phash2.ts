/**
 * Erlang's `phash2` of a list of texts, which is what RabbitMQ's plugins hash routing keys with. The
 * numbers are Erlang's own, so that a key falls where it does on a real broker.
 *
 * https://www.erlang.org/doc/apps/erts/erlang.html#phash2/2
 */
import { utf8Bytes } from '../patterns/utf8-bytes.ts';

const golden = 0x9e3779b9;
const golden2 = Math.imul(golden, 2);
const golden13 = Math.imul(golden, 13);

/** What Erlang has for the end of a list. */
const endOfList = 2;

/** 32 bits. */
export function phash2(texts: readonly string[]): number {
  let hash = 0;
  for (const text of texts) {
    const start = (golden13 + hash) | 0;
    hash = text === '' ? start : hashBytes(utf8Bytes(text), start);
  }
  return new Mixer((golden2 + endOfList) | 0, golden2, hash).mix().c >>> 0;
}

/** Erlang's `phash2` of one text, which has 27 bits. */
export function phash2OfText(text: string): number {
  const hash = text === '' ? golden13 : hashBytes(utf8Bytes(text), golden13);
  return hash & 0x7ffffff;
}

/** Erlang's hashes of the names of wire types, and of its truth values. */
const atoms: Readonly<Record<string, number>> = {
  longstr: 56_945_346,
  byte: 434_341,
  short: 7_992_980,
  signedint: 239_851_428,
  long: 472_647,
  unsignedbyte: 58_662_725,
  unsignedshort: 132_130_980,
  unsignedint: 238_548_900,
  bool: 431_708,
  timestamp: 63_626_560,
  true: 506_293,
  false: 7_111_573,
  array: 6_854_793,
  table: 8_026_405,
  void: 513_524,
  undefined: 180_132_084,
  double: 112_638_245,
  float: 7_157_124,
  binary: 110_119_065,
  decimal: 179_962_652,
};

/** Erlang's `phash2` of a field value with its wire type, `{longstr, <<"eu">>}`; 27 bits. */
export function phash2OfField(type: string, value: string | number | boolean): number {
  let hash = mixIn(2, 9, 0);
  hash = mixIn(atoms[type] ?? 0, 3, hash);
  if (typeof value === 'boolean') hash = mixIn(atoms[String(value)] ?? 0, 3, hash);
  if (typeof value === 'string') {
    const start = (golden13 + hash) | 0;
    hash = value === '' ? start : hashBytes(utf8Bytes(value), start);
  }
  if (typeof value === 'number') {
    // Erlang mixes a negative number in twice.
    if (value < 0) hash = mixIn(-value, 1, hash);
    hash = mixIn(value, 1, hash);
  }
  return hash & 0x7ffffff;
}

/** Erlang's terms, as far as field tables are made of them. */
export type Term =
  | { readonly atom: string }
  | { readonly float: number }
  | { readonly tuple: readonly Term[] }
  | readonly Term[]
  | string
  | bigint;

/** Erlang's `phash2` of any of them but a list of bytes; 32 bits. */
export const phash2OfTerm = (term: Term): number => mixTerm(term, 0) >>> 0;

function mixTerm(term: Term, hash: number): number {
  if (typeof term === 'string') {
    const start = (golden13 + hash) | 0;
    return term === '' ? start : hashBytes(utf8Bytes(term), start);
  }
  if (typeof term === 'bigint') return mixInteger(term, hash);
  if (isList(term)) {
    const mixed = term.reduce((so, item) => mixTerm(item, so), hash);
    return mixIn(endOfList, 2, mixed);
  }
  if ('atom' in term) return mixIn(atoms[term.atom] ?? 0, 3, hash);
  if ('tuple' in term)
    return term.tuple.reduce((so, item) => mixTerm(item, so), mixIn(term.tuple.length, 9, hash));
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, term.float);
  return mixPair(bits.getInt32(0), bits.getInt32(4), 12, hash);
}

const isList = (term: Term): term is readonly Term[] => Array.isArray(term);

/** Numbers of 28 bits are mixed in as they are, negative ones twice; others 64 bits at a time. */
function mixInteger(value: bigint, hash: number): number {
  if (BigInt.asIntN(28, value) === value) {
    const small = Number(value);
    return mixIn(small, 1, small < 0 ? mixIn(-small, 1, hash) : hash);
  }
  const kind = value < 0n ? 10 : 11;
  const size = value < 0n ? -value : value;
  return mixPair(Number(size & 0xffffffffn) | 0, Number(size >> 32n) | 0, kind, hash);
}

function mixPair(low: number, high: number, kind: number, hash: number): number {
  const constant = Math.imul(golden, kind);
  return new Mixer((constant + low) | 0, (constant + high) | 0, hash).mix().c;
}

/** One 32-bit number is mixed into a hash; `kind` tells Erlang's types apart. */
function mixIn(number: number, kind: number, hash: number): number {
  const constant = Math.imul(golden, kind);
  return new Mixer((constant + number) | 0, constant, hash).mix().c;
}

/** Bob Jenkins's hash, twelve bytes at a time. */
function hashBytes(bytes: readonly number[], start: number): number {
  const mixer = new Mixer(golden, golden, start);
  let from = 0;
  for (; bytes.length - from >= 12; from += 12) {
    mixer.add(wordAt(bytes, from), wordAt(bytes, from + 4), wordAt(bytes, from + 8)).mix();
  }
  // The lowest byte of the last word is the length.
  const last = (wordAt(bytes, from + 8) << 8) + bytes.length;
  return mixer.add(wordAt(bytes, from), wordAt(bytes, from + 4), last).mix().c;
}

/** What is not there counts as zero. */
function wordAt(bytes: readonly number[], from: number): number {
  let word = 0;
  for (let index = 3; index >= 0; index--) word = (word << 8) | (bytes[from + index] ?? 0);
  return word;
}

class Mixer {
  a: number;
  b: number;
  c: number;

  constructor(a: number, b: number, c: number) {
    this.a = a;
    this.b = b;
    this.c = c;
  }

  add(a: number, b: number, c: number): this {
    this.a = (this.a + a) | 0;
    this.b = (this.b + b) | 0;
    this.c = (this.c + c) | 0;
    return this;
  }

  mix(): this {
    this.#round(13, 8, 13);
    this.#round(12, 16, 5);
    this.#round(3, 10, 15);
    return this;
  }

  #round(first: number, second: number, third: number): void {
    this.a = (this.a - this.b - this.c) ^ (this.c >>> first);
    this.b = (this.b - this.c - this.a) ^ (this.a << second);
    this.c = (this.c - this.a - this.b) ^ (this.b >>> third);
  }
}
