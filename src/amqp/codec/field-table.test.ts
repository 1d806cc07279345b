import type { FieldTable, FieldValue } from '#engine';
import { bytesOf } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aTable } from '../../testing/a-field-table.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readTable, writeTable } from './field-table.ts';
import { WireError } from './wire-error.ts';

function encode(table: FieldTable): Uint8Array {
  const to = new ByteWriter();
  writeTable(to, table);
  return to.take();
}

const decode = (bytes: Uint8Array): FieldTable => readTable(new ByteReader(bytes));
const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** A table with one entry named `v`. */
function tableOf(value: string): Uint8Array {
  const bytes = fromHex(value);
  return Uint8Array.of(0, 0, bytes.length >> 8, bytes.length + 2, 1, 0x76, ...bytes);
}

const letters = (text: string): string => toHex(bytesOf(text));

describe('field tables on the wire', () => {
  it('read what was written', () => {
    fc.assert(
      fc.property(aTable, (table) => {
        expect(decode(encode(table))).toEqual(table);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, string, FieldValue]>([
    ['a byte', `${letters('b')}80`, -128],
    ['a short', `${letters('s')}8000`, -32_768],
    ['an int', `${letters('I')}80000000`, -(2 ** 31)],
    ['a long', `${letters('l')}ffffffff00000000`, -(2 ** 32)],
    ['a double', `${letters('d')}3ff8000000000000`, 1.5],
    ['a text', `${letters('S')}00000002c3a9`, 'é'],
    ['a text that is none', `${letters('S')}00000001ff`, '\uDCFF'],
    ['false', `${letters('t')}00`, false],
    ['nothing', letters('V'), null],
    ['an array', `${letters('A')}00000003620156`, [1, null]],
    ['a table', `${letters('F')}00000004016b6205`, { k: 5 }],
  ])('%s is plain', (_what, hex, value) => {
    expect(decode(tableOf(hex))).toEqual({ v: value });
    expect(toHex(encode({ v: value }))).toBe(toHex(tableOf(hex)));
  });

  it.each<[string, string, FieldValue]>([
    ['an unsigned byte', `${letters('B')}c8`, { '!': 'uint8', value: 200 }],
    ['an unsigned short', `${letters('u')}ffff`, { '!': 'uint16', value: 65_535 }],
    ['an unsigned int', `${letters('i')}ffffffff`, { '!': 'uint32', value: 2 ** 32 - 1 }],
    ['a short that is small', `${letters('s')}0005`, { '!': 'int16', value: 5 }],
    ['an int that is small', `${letters('I')}ffffffff`, { '!': 'int32', value: -1 }],
    ['a long that is small', `${letters('l')}ffffffffffffffff`, { '!': 'int64', value: -1 }],
    [
      'a long that no number holds',
      `${letters('l')}8000000000000001`,
      { '!': 'int64', value: '-9223372036854775807' },
    ],
    ['a float', `${letters('f')}3e800000`, { '!': 'float', value: 0.25 }],
    ['a whole double', `${letters('d')}4008000000000000`, { '!': 'double', value: 3 }],
    ['a negative zero', `${letters('d')}8000000000000000`, { '!': 'double', value: -0 }],
    ['a decimal', `${letters('D')}020000013a`, { '!': 'decimal', value: '3.14' }],
    ['a small decimal', `${letters('D')}0300000005`, { '!': 'decimal', value: '0.005' }],
    ['a whole decimal', `${letters('D')}00ffffffff`, { '!': 'decimal', value: '4294967295' }],
    ['a timestamp', `${letters('T')}000000006553f100`, { '!': 'timestamp', value: 1_700_000_000 }],
    [
      'the last timestamp',
      `${letters('T')}ffffffffffffffff`,
      { '!': 'timestamp', value: '18446744073709551615' },
    ],
    ['bytes', `${letters('x')}00000002ff41`, { '!': 'bytes', value: '\uDCFFA' }],
    [
      'a table with an entry that looks like a type',
      `${letters('F')}0000000801215300000001${letters('A')}`,
      { '!': 'table', value: { '!': 'A' } },
    ],
  ])('%s tells its type', (_what, hex, value) => {
    expect(decode(tableOf(hex))).toEqual({ v: value });
    expect(toHex(encode({ v: value }))).toBe(toHex(tableOf(hex)));
  });

  it('has no types in the place of a table, which may have an entry of any name', () => {
    const table: FieldTable = { '!': 'int8', value: 5 };
    expect(decode(encode(table))).toEqual(table);
  });

  it('takes the first of several entries of one name, as RabbitMQ does', () => {
    expect(decode(fromHex('000000080161620101616202'))).toEqual({ a: 1 });
  });

  it('reads any octet but zero as true, and the old letter of long integers', () => {
    expect(decode(tableOf(`${letters('t')}02`))).toEqual({ v: true });
    expect(decode(tableOf(`${letters('L')}ffffffffffffffff`))).toEqual({
      v: { '!': 'int64', value: -1 },
    });
  });

  it('inherits nothing from what a peer calls its entries', () => {
    const table = decode(encode(JSON.parse('{"__proto__":{"polluted":1},"constructor":1}')));
    expect(Object.keys(table)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(table)).toBe(Object.prototype);
  });

  const nested = (depth: number): FieldTable =>
    depth === 1 ? {} : { t: depth % 2 === 0 ? nested(depth - 1) : [nested(depth - 1)] };

  it('are nested 128 deep and no deeper', () => {
    let table: FieldTable = {};
    for (let depth = 1; depth < 128; depth++) table = { t: table };
    expect(decode(encode(table))).toEqual(table);
    expect(() => encode({ t: table })).toThrow(WireError);
    const inside = encode(table);
    const length = inside.length + 3;
    const deeper = Uint8Array.of(0, 0, length >> 8, length, 1, 0x74, 0x46, ...inside);
    expect(() => decode(deeper)).toThrow('nested deeper than 128');
  });

  it('counts arrays as well', () => {
    expect(decode(encode(nested(80)))).toEqual(nested(80));
    expect(() => encode(nested(100))).toThrow(WireError);
  });

  it.each([
    ['an unknown type', '5a'],
    ['an integer cut off', `${letters('I')}0000`],
    ['a text beyond the end', `${letters('S')}0000000541`],
    ['an array beyond the end', `${letters('A')}00000005`],
    ['a number that is none', `${letters('d')}7ff8000000000000`],
    ['an infinite float', `${letters('f')}7f800000`],
  ])('with %s are broken', (_what, hex) => {
    expect(() => decode(tableOf(hex))).toThrow(WireError);
  });

  it.each<FieldValue>([
    { '!': 'int64', value: 'five' },
    { '!': 'decimal', value: 'five' },
    { '!': 'decimal', value: '99999999999' },
    { '!': 'int8', value: { a: 1 } },
    { '!': 'table', value: 5 },
  ])('%j cannot be written', (value) => {
    expect(() => encode({ v: value })).toThrow(WireError);
  });

  it('writes decimals also of places and digits apart', () => {
    const table = { v: { '!': 'decimal', value: { places: 2, digits: 314 } } } as const;
    expect(decode(encode(table))).toEqual({ v: { '!': 'decimal', value: '3.14' } });
  });

  it('takes what only looks like a typed value for the table that it is', () => {
    const table = { v: { '!': 'longstr', value: 'x' } };
    expect(decode(encode(table as unknown as FieldTable))).toEqual({
      v: { '!': 'table', value: table.v },
    });
  });

  it('writes what is beyond 64 bits as a double', () => {
    expect(decode(encode({ v: 1e300 }))).toEqual({ v: { '!': 'double', value: 1e300 } });
  });
});
