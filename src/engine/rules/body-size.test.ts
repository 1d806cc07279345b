import { bytesOf, textOf } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength } from './body-size.ts';

describe('the size of a body', () => {
  it('is that of its bytes, of any text and any bytes', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.uint8Array().map(textOf),
      fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.constantFrom(0xd83d, 0xde00, 0xdc80, 0xdcff, 0xd800, 0x61))
        .map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(byteLength(text)).toBe(bytesOf(text).length);
      }),
      { numRuns: 1_000 },
    );
  });
});
