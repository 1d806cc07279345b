import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, isWellFormed, putBytesOf, textBetween, textOf } from './text-bytes.ts';

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  // Mostly text, some of it broken.
  fc
    .tuple(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.uint8Array({ maxLength: 4 }),
      fc.nat(300),
    )
    .map(([text, noise, at]) => {
      const bytes = [...new TextEncoder().encode(text)];
      bytes.splice(at, noise.length, ...noise);
      return Uint8Array.from(bytes);
    }),
);

describe('text as bytes', () => {
  it('is the same bytes again, whatever they are', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect([...bytesOf(textOf(bytes))]).toEqual([...bytes]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is UTF-8 where the text is whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect([...bytesOf(text)]).toEqual([...new TextEncoder().encode(text)]);
        expect(textOf(bytesOf(text))).toBe(text);
      }),
    );
  });

  it('may stand anywhere in an array', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat(5), (bytes, at) => {
        const room = new Uint8Array(at + bytes.length * 9);
        const count = putBytesOf(textOf(bytes), room, at);
        expect(count).toBe(bytes.length);
        expect(textBetween(room, at, at + count)).toBe(textOf(bytes));
      }),
    );
  });

  it.each([
    ['a byte that begins nothing', [0x61, 0xff, 0x62], 'a\uDCFFb'],
    ['a character cut off', [0xe4, 0xb8], '\uDCE4\uDCB8'],
    ['a character longer than need be', [0xc0, 0x80], '\uDCC0\uDC80'],
    ['half of a pair', [0xed, 0xa0, 0x80], '\uDCED\uDCA0\uDC80'],
    ['more than there are characters', [0xf4, 0x90, 0x80, 0x80], '\uDCF4\uDC90\uDC80\uDC80'],
    ['a pair before a lone byte', [0xf0, 0x9f, 0x98, 0x80, 0x80], '😀\uDC80'],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x61], '\uFEFFa'],
    ['a replacement character that was sent', [0xef, 0xbf, 0xbd], '\uFFFD'],
  ])('%s is not lost', (_what, bytes, text) => {
    expect(textOf(Uint8Array.from(bytes))).toBe(text);
    expect([...bytesOf(text)]).toEqual(bytes);
    // The same, where the platform's coder reads the text.
    const long = Array.from({ length: 100 }, () => 'x'.charCodeAt(0));
    expect(textOf(Uint8Array.from([...long, ...bytes]))).toBe('x'.repeat(100) + text);
    expect([...bytesOf('x'.repeat(100) + text)]).toEqual([...long, ...bytes]);
  });

  it('writes a half of a pair that stands for no byte as any encoder does', () => {
    expect([...bytesOf('a\uD800')]).toEqual([0x61, 0xef, 0xbf, 0xbd]);
    expect([...bytesOf('\uDFFF')]).toEqual([0xef, 0xbf, 0xbd]);
  });

  it('reads much that is not UTF-8 across the end of what it puts together at once', () => {
    const bytes = Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7) & 0xff);
    expect(bytesOf(textOf(bytes))).toEqual(bytes);
  });

  it('tells whether bytes were escaped', () => {
    expect(isWellFormed('é😀')).toBe(true);
    expect(isWellFormed('a\uDCFF')).toBe(false);
  });
});
