import { bytesOf, textOf } from '#base';
import type { Properties } from '#engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aText } from '../../testing/a-field-table.ts';
import { someProperties } from '../../testing/a-method.ts';
import { decodeContentHead, decodeContentHeader, decodeProperties } from './content-header.ts';
import { encodeContent } from './content.ts';
import { FrameReader } from './frame-reader.ts';
import { frameTypes } from './frame-types.ts';
import type { RawFrame } from './frame-types.ts';
import { decodeMethod } from './method-codec.ts';
import { WireError } from './wire-error.ts';

const fields = { exchange: 'e', routingKey: 'k', mandatory: true, immediate: false };

function framesOf(bytes: Uint8Array, pieces = bytes.length): readonly RawFrame[] {
  const reader = new FrameReader(() => 0);
  const frames: RawFrame[] = [];
  for (let at = 0; at < bytes.length; at += pieces) {
    reader.push(bytes.subarray(at, at + pieces));
    for (let frame = reader.next(); frame !== null; frame = reader.next()) frames.push(frame);
  }
  return frames;
}

function bodyOf(frames: readonly RawFrame[]): Uint8Array {
  const parts = frames.filter(({ type }) => type === frameTypes.body);
  const body = new Uint8Array(parts.reduce((size, { payload }) => size + payload.length, 0));
  let at = 0;
  for (const { payload } of parts) {
    body.set(payload, at);
    at += payload.length;
  }
  return body;
}

describe('a message on the wire', () => {
  it('comes back as it was, whatever it holds and however small frames are', () => {
    const frameMaxes = fc.constantFrom(0, 9, 20, 100, 4_096, 131_072);
    fc.assert(
      fc.property(someProperties, aText, frameMaxes, (properties, body, frameMax) => {
        const bytes = encodeContent(5, 'basic.publish', fields, properties, body, frameMax);
        const frames = framesOf(bytes);
        const [method, header, ...rest] = frames;
        expect(frames.every(({ channel }) => channel === 5)).toBe(true);
        expect(decodeMethod(method?.payload ?? bytes)).toMatchObject({ fields });
        expect(header?.type).toBe(frameTypes.header);
        const bodyBytes = bytesOf(body);
        const bodySize = bodyBytes.length;
        expect(decodeContentHeader(header?.payload ?? bytes)).toEqual({
          classId: 60,
          weight: 0,
          bodySize,
          properties,
        });
        expect(rest.every(({ type }) => type === frameTypes.body)).toBe(true);
        expect([...bodyOf(frames)]).toEqual([...bodyBytes]);
        const most = frameMax === 0 ? Infinity : frameMax - 8;
        expect(rest.every(({ payload }) => payload.length <= most)).toBe(true);
        expect(rest.length).toBe(bodySize === 0 ? 0 : Math.max(1, Math.ceil(bodySize / most)));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['5 MB of ASCII', 'x'.repeat(5_000_000)],
    ['16 MB of ASCII', 'x'.repeat(16_000_000)],
    ['5 MB of UTF-8', 'é中😀x'.repeat(500_000)],
    ['5 MB of bytes', textOf(new Uint8Array(5_000_000).fill(0xfe))],
  ])(
    'goes through quickly with %s, in pieces as small as a network makes them',
    (_what, body) => {
      const bytes = encodeContent(1, 'basic.publish', fields, {}, body, 131_072);
      const frames = framesOf(bytes, 1_400);
      expect(textOf(bodyOf(frames)) === body).toBe(true);
    },
    4_000,
  );

  it('has its flags in the order of the specification', () => {
    const properties: Properties = { contentType: 'a', clusterId: 'b' };
    const [, header] = framesOf(encodeContent(1, 'basic.publish', fields, properties, '', 0));
    expect(Buffer.from(header?.payload ?? []).toString('hex')).toBe(
      '003c00000000000000000000800401610162',
    );
  });
});

describe('a content header', () => {
  const head = [0, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5];
  const of = (...bytes: readonly number[]): Uint8Array => Uint8Array.from([...head, ...bytes]);
  const refusal = (read: () => unknown): unknown => {
    try {
      return read();
    } catch (error) {
      return error;
    }
  };

  it('ignores the two flags that mean nothing to RabbitMQ', () => {
    expect(decodeProperties(of(0x10, 0x03, 2))).toEqual({ deliveryMode: 2 });
  });

  it('tells class, weight and size though its properties are broken', () => {
    const payload = Uint8Array.from([0, 50, 0, 1, 0, 0, 0, 1, 0, 0, 0, 5]);
    expect(decodeContentHead(payload)).toEqual({
      classId: 50,
      weight: 1,
      bodySize: 2 ** 32 + 5,
    });
  });

  it('that is too short is no frame', () => {
    expect(refusal(() => decodeContentHead(Uint8Array.from([0, 60, 0])))).toMatchObject({
      replyCode: 501,
      replyText: 'FRAME_ERROR - type 2, all octets = <<0,60,0>>: unknown_frame',
    });
  });

  it.each([
    ['without flags', []],
    ['with a property cut off', [0x80, 0, 5, 0x61]],
    ['with more than its properties', [0, 0, 0]],
    ['with a broken table', [0x20, 0, 0, 0, 0, 3, 1, 0x61, 0x5a]],
  ])('%s is an internal error, as a channel of RabbitMQ has it', (_what, bytes) => {
    expect(refusal(() => decodeProperties(of(...bytes)))).toMatchObject({
      replyCode: 541,
      replyText: 'INTERNAL_ERROR',
    });
  });

  it('cannot hold a property of more than 255 bytes', () => {
    const properties = { type: 'é'.repeat(128) };
    expect(() => encodeContent(1, 'basic.publish', fields, properties, '', 0)).toThrow(WireError);
  });
});
