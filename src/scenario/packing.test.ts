import { deflateSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from './packing-base64url.ts';
import { checksumOf } from './packing-checksum.ts';
import { dictionary1 } from './packing-dictionary-1.ts';
import { pack, packedMax, unpack } from './packing.ts';

/** What somebody who knows the packing can make: the checksum fits. */
function forge(data: Uint8Array): string {
  const bytes = new Uint8Array(4 + data.length);
  new DataView(bytes.buffer).setUint32(0, checksumOf(data));
  bytes.set(data, 4);
  return `deflate:${toBase64url(bytes)}`;
}

describe('base64url', () => {
  test('gives back the bytes it was given', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
      }),
    );
  });

  test('agrees with the base64url of Node', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64url(bytes)).toBe(
          btoa(String.fromCharCode(...bytes))
            .replaceAll('+', '-')
            .replaceAll('/', '_')
            .replaceAll('=', ''),
        );
      }),
    );
  });

  test('refuses other digits, impossible lengths and bits left over', () => {
    for (const text of ['a', 'ab=', 'a+b/', 'ä0', 'AB']) expect(fromBase64url(text)).toBeNull();
  });
});

describe('the checksum', () => {
  test('is the CRC-32 of gzip', () => {
    expect(checksumOf(strToU8('123456789'))).toBe(0xcbf43926);
  });
});

describe('packing', () => {
  test('gives back the text it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 5_000 }), (text) => {
        expect(unpack(pack(text))).toEqual({ ok: true, text });
      }),
    );
  });

  test('gives back long texts', () => {
    const text = Array.from({ length: 40_000 }, (_, index) => `{"name":"queue-${index}"}`).join();
    expect(unpack(pack(text))).toEqual({ ok: true, text });
  });

  test('still reads what was packed on its first day', () => {
    const links = ['deflate:BCGVtiNc1iON48D6WCj5OwMkDwrxWgA'];
    for (const link of links) expect(unpack(link)).toEqual({ ok: true, text: firstDayText });
  });

  test('leaves its dictionary alone, on which all links rest', () => {
    expect(dictionary1.length).toBe(4_518);
    expect(checksumOf(strToU8(dictionary1))).toBe(467_691_356);
  });

  test('stops unpacking at its bound', () => {
    const bomb = forge(deflateSync(new Uint8Array(300_000_000), { level: 9 }));
    expect(bomb.length).toBeLessThan(packedMax);
    expect(unpack(bomb)).toEqual({ ok: false, reason: 'too-large' });
  });

  test('does not look at what is too long', () => {
    expect(unpack(`deflate:${'A'.repeat(packedMax)}`)).toEqual({ ok: false, reason: 'too-large' });
  });

  test('refuses what ends too early though its checksum fits', () => {
    const data = deflateSync(strToU8('{"scenario":{"version":1}}'.repeat(100)));
    expect(unpack(forge(data.subarray(0, -6)))).toEqual({ ok: false, reason: 'damaged' });
  });

  test('refuses any bytes without throwing, though their checksum fits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        expect(() => unpack(forge(bytes))).not.toThrow();
      }),
    );
  });

  test('knows no other packing', () => {
    for (const packed of ['zstd:AAAA', 'deflate2:AAAA', 'AAAA', ':AAAA', '', '__proto__:AAAA']) {
      expect(unpack(packed)).toEqual({ ok: false, reason: 'unknown-packing' });
    }
  });
});

const firstDayText = '{"scenario":{"version":1,"title":"Hello world","queues":[{"name":"hello"}]}}';
