/** What always holds of the codec, whatever bytes a peer sends. */
import { bytesOf } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aText } from '../../testing/a-field-table.ts';
import { aMethod, someProperties } from '../../testing/a-method.ts';
import { decodeContentHead, decodeProperties } from './content-header.ts';
import { encodeContent } from './content.ts';
import { FrameReader } from './frame-reader.ts';
import { frameTypes } from './frame-types.ts';
import type { RawFrame } from './frame-types.ts';
import { decodeMethod, encodeMethodFrame } from './method-codec.ts';
import { WireError } from './wire-error.ts';

/** Ten streams of bytes are as much work as a program: `npm run laws` reads 100,000. */
const runCount =
  process.env['WARREN_PROGRAMS'] === undefined
    ? 3_000
    : Number(process.env['WARREN_PROGRAMS']) * 10;

const aStream = fc
  .tuple(aMethod, someProperties, aText, fc.boolean())
  .map(([{ name, fields }, properties, body, isContent]) =>
    isContent
      ? encodeContent(1, name, fields, properties, body, 4_096)
      : encodeMethodFrame(1, name, fields),
  );

interface Spoilt {
  readonly at: number;
  readonly octets: Uint8Array;
  readonly gone: number;
}

const spoils = fc.array(
  fc.record<Spoilt>({
    at: fc.nat(10_000),
    octets: fc.oneof(
      fc.uint8Array({ maxLength: 3 }),
      fc
        .constantFrom(...'SITFAbBsuilLfdtxVDU'.split(''))
        .map((letter) => Uint8Array.of(letter.charCodeAt(0))),
    ),
    gone: fc.nat(4),
  }),
  { minLength: 1, maxLength: 3 },
);

function spoil(bytes: Uint8Array, changes: readonly Spoilt[]): Uint8Array {
  const spoilt = [...bytes];
  // The length of a frame stays mostly right, or nothing else would be looked at.
  for (const { at, octets, gone } of changes) {
    const from = at % 11 === 0 ? at % spoilt.length : 7 + (at % Math.max(1, spoilt.length - 8));
    spoilt.splice(from, at % 2 === 0 ? octets.length : gone, ...octets);
  }
  const length = spoilt.length - 8;
  if (changes.length < 3 && length >= 0 && bytes[0] === frameTypes.method) {
    spoilt[5] = length >> 8;
    spoilt[6] = length;
    spoilt[spoilt.length - 1] = 0xce;
  }
  return Uint8Array.from(spoilt);
}

function readFrame({ type, payload }: RawFrame): void {
  if (type === frameTypes.method) again(payload);
  if (type !== frameTypes.header) return;
  decodeContentHead(payload);
  decodeProperties(payload);
}

/** What could be read can be written, and is then read as the same. */
function again(payload: Uint8Array): void {
  const { name, fields } = decodeMethod(payload);
  const reader = new FrameReader(() => 0);
  reader.push(encodeMethodFrame(1, name, fields));
  expect(decodeMethod(reader.next()?.payload ?? payload)).toMatchObject({ name, fields });
}

/** Gives how many frames were whole. */
function readAll(bytes: Uint8Array): number {
  const reader = new FrameReader(() => 4_096);
  reader.push(bytes);
  let count = 0;
  try {
    for (let frame = reader.next(); frame !== null; frame = reader.next()) {
      count++;
      readFrame(frame);
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    expect([501, 502, 503, 505, 541]).toContain(error.replyCode);
    expect(bytesOf(error.replyText).length).toBeLessThanOrEqual(255);
  }
  return count;
}

describe('whatever a peer sends', () => {
  it('is read or refused where it is nearly right', () => {
    let whole = 0;
    fc.assert(
      fc.property(aStream, spoils, (bytes, changes) => {
        whole += readAll(spoil(bytes, changes));
      }),
      { numRuns: runCount },
    );
    // Else the law says little of methods and headers.
    expect(whole).toBeGreaterThan(runCount / 4);
  });

  it('is read or refused where it is anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        readAll(bytes);
        for (const type of [frameTypes.method, frameTypes.header]) {
          try {
            readFrame({ type, channel: 1, payload: bytes });
          } catch (error) {
            if (!(error instanceof WireError)) throw error;
          }
        }
      }),
      { numRuns: runCount },
    );
  });
});
