import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readTable, writeTable } from './field-table.ts';
import type { Table } from './field-table.ts';

function encode(table: Table): Buffer {
  const to = new ByteWriter();
  writeTable(to, table);
  return to.toBuffer();
}

const decode = (bytes: Buffer): Table => readTable(new ByteReader(bytes));

/** Of a table with one entry named `v`: four bytes of length, the name, then the type. */
const typeOnTheWire = (value: unknown): string => String.fromCharCode(encode({ v: value })[6] ?? 0);

const scalars = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }).filter((value) => !Object.is(value, -0)),
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.constant(null),
);
const names = fc.string({ maxLength: 20 }).filter((name) => !['!', '__proto__'].includes(name));
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalars,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(names, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('field tables on the wire', () => {
  it('read what was written, whatever JSON holds', () => {
    fc.assert(
      fc.property(fc.dictionary(names, values, { noNullPrototype: true }), (table) => {
        expect(decode(encode(table))).toEqual(table);
      }),
    );
  });

  it.each([
    [-128, 'b'],
    [127, 'b'],
    [128, 's'],
    [-32_768, 's'],
    [32_768, 'I'],
    [2 ** 31 - 1, 'I'],
    [2 ** 31, 'l'],
    [-(2 ** 31) - 1, 'l'],
    [1.5, 'd'],
    ['text', 'S'],
    [true, 't'],
    [null, 'V'],
    [[1], 'A'],
    [{ a: 1 }, 'F'],
  ])('%j goes over the wire as %s', (value, type) => {
    expect(typeOnTheWire(value)).toBe(type);
  });

  it.each([
    ['int8', 5, 'b', 5],
    ['uint8', 200, 'B', 200],
    ['int16', -300, 's', -300],
    ['uint16', 60_000, 'u', 60_000],
    ['int32', 5, 'I', 5],
    ['uint32', 4_000_000_000, 'i', 4_000_000_000],
    ['int64', -5, 'l', -5],
    ['float', 0.25, 'f', 0.25],
    ['double', 5, 'd', 5],
    ['timestamp', 1_700_000_000, 'T', { timestamp: 1_700_000_000 }],
    ['decimal', { places: 2, digits: 1999 }, 'D', { places: 2, digits: 1999 }],
    ['bytes', 'text', 'x', 'text'],
  ])('a value named %s keeps its type', (name, value, type, back) => {
    const written = { '!': name, value };
    expect(typeOnTheWire(written)).toBe(type);
    expect(decode(encode({ v: written }))).toEqual({ v: back });
  });

  it('refuses a type that there is not', () => {
    expect(() => encode({ v: { '!': 'int128', value: 1 } })).toThrow("no wire type 'int128'");
  });

  it('has the bytes that the specification says', () => {
    expect(encode({ a: -1, b: 'x' }).toString('hex')).toBe(
      ['0000000c', '016162ff', '01625300000001', '78'].join(''),
    );
  });
});
