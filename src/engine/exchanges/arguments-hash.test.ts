import { describe, expect, it } from 'vitest';
import type { FieldTable } from '../field-table.ts';
import { hashOfArguments } from './arguments-hash.ts';

describe('the hash of arguments', () => {
  // What an Erlang 25 says of the same tables.
  it.each<[FieldTable, number]>([
    [{}, 3468870702],
    [{ a: { '!': 'int64', value: 1 } }, 37137917],
    [{ a: { '!': 'int64', value: -5 } }, 3595994557],
    [{ x: true, a: 'b' }, 851549872],
    [{ a: 70_000_000_000 }, 1876890732],
    [{ a: -70_000_000_000 }, 1757212167],
    [{ a: { '!': 'int64', value: 200_000_000 } }, 4120758284],
    [{ a: 3_000_000_000 }, 1437097988],
    [{ a: 1.5 }, 3398307074],
    [{ a: { '!': 'float', value: 1.5 } }, 2822740314],
    [{ a: [{ '!': 'int64', value: 1 }] }, 515634029],
    [{ a: [] }, 2387373417],
    [{ a: { b: '' } }, 2589202100],
    [{ a: null }, 972185960],
    [{ a: { '!': 'decimal', value: '3.14' } }, 2016928084],
    [{ a: { '!': 'timestamp', value: 5 } }, 3841095552],
    [{ a: { '!': 'uint32', value: 4_000_000_000 } }, 2925418511],
  ])('of %j is %i', (table, hash) => {
    expect(hashOfArguments(table)).toBe(hash);
  });
});
