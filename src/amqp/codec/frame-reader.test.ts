import { bytesOf } from '#base';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { FrameReader } from './frame-reader.ts';
import { encodeFrame, heartbeatFrame } from './frame-types.ts';
import type { RawFrame } from './frame-types.ts';
import { WireError } from './wire-error.ts';

const noLimit = (): number => 0;

const frames = fc.array(
  fc.record({
    type: fc.nat(255),
    channel: fc.nat(65_535),
    payload: fc.uint8Array({ maxLength: 40 }),
  }),
  { maxLength: 8 },
);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function read(reader: FrameReader): readonly RawFrame[] {
  const found: RawFrame[] = [];
  for (let frame = reader.next(); frame !== null; frame = reader.next()) found.push(frame);
  return found;
}

const refusal = (bytes: Uint8Array, frameMax = 0): unknown => {
  const reader = new FrameReader(() => frameMax);
  reader.push(bytes);
  try {
    return read(reader);
  } catch (error) {
    return error;
  }
};

describe('a frame reader', () => {
  it('finds the same frames however the bytes are cut, and whenever it is asked', () => {
    fc.assert(
      fc.property(frames, fc.array(fc.tuple(fc.nat(30), fc.boolean())), (sent, cuts) => {
        const bytes = joined(sent.map(encodeFrame));
        const reader = new FrameReader(noLimit);
        const found: RawFrame[] = [];
        let at = 0;
        for (const [size, isAsked] of [...cuts, [bytes.length, true] as const]) {
          reader.push(bytes.slice(at, at + size));
          at = Math.min(bytes.length, at + size);
          if (isAsked) found.push(...read(reader));
        }
        // Frames that were given away stay as they are while others come.
        expect(found).toEqual(sent);
      }),
      { numRuns: 500 },
    );
  });

  it('reads frames that come octet by octet', () => {
    const sent = { type: 3, channel: 7, payload: new Uint8Array(5_000).fill(9) };
    const reader = new FrameReader(noLimit);
    const found: RawFrame[] = [];
    for (const octet of joined([encodeFrame(sent), encodeFrame(sent)])) {
      reader.push(Uint8Array.of(octet));
      found.push(...read(reader));
    }
    expect(found).toEqual([sent, sent]);
  });

  it('takes a heartbeat for a frame like any other', () => {
    const reader = new FrameReader(noLimit);
    reader.push(heartbeatFrame());
    expect(read(reader)).toEqual([{ type: 8, channel: 0, payload: new Uint8Array(0) }]);
  });

  it('refuses a frame that does not end where it says', () => {
    const bytes = encodeFrame({ type: 1, channel: 1, payload: Uint8Array.of(0, 60, 0, 10) });
    bytes[bytes.length - 1] = 0;
    expect(refusal(bytes)).toMatchObject({
      replyCode: 501,
      replyText: 'FRAME_ERROR - type 1, all octets = <<0,60,0,10>>: {invalid_frame_end_marker,0}',
      classId: 0,
      methodId: 0,
    });
  });

  it('allows a payload as long as frames may be, and refuses a longer one by its head alone', () => {
    const head = Uint8Array.of(3, 0, 1, 0, 0, 0x10, 0);
    expect(refusal(head, 4_096)).toEqual([]);
    const longer = Uint8Array.of(3, 0, 1, 0, 0, 0x10, 1);
    expect(refusal(longer, 4_096)).toMatchObject({
      replyCode: 501,
      replyText: 'FRAME_ERROR - type 3, all octets = <<>>: {frame_too_large,4097,4088}',
    });
  });

  it('asks for the limit anew when it is agreed on', () => {
    let frameMax = 4_096;
    const reader = new FrameReader(() => frameMax);
    frameMax = 131_072;
    const payload = new Uint8Array(100_000);
    reader.push(encodeFrame({ type: 3, channel: 1, payload }));
    expect(reader.next()?.payload.length).toBe(100_000);
  });

  it('takes what speaks another protocol for a frame that is too large', () => {
    expect(refusal(bytesOf('GET / HTTP/1.1'), 131_072)).toMatchObject({
      replyText: 'FRAME_ERROR - type 71, all octets = <<>>: {frame_too_large,539959368,131064}',
    });
  });

  it('copies each byte a few times at most, into how many pieces a stream is cut', () => {
    const payload = new Uint8Array(131_064).fill(1);
    const one = encodeFrame({ type: 3, channel: 1, payload });
    const frameCount = 40;
    const bytes = new Uint8Array(one.length * frameCount);
    for (let index = 0; index < frameCount; index++) bytes.set(one, index * one.length);
    const copying = vi.spyOn(Uint8Array.prototype, 'set');
    const reader = new FrameReader(noLimit);
    let found = 0;
    for (let at = 0; at < bytes.length; at += 1_000) {
      reader.push(bytes.subarray(at, at + 1_000));
      found += read(reader).length;
    }
    const copied = copying.mock.calls.reduce((sum, [from]) => sum + from.length, 0);
    copying.mockRestore();
    expect(found).toBe(frameCount);
    expect(copied).toBeGreaterThan(bytes.length / 2);
    expect(copied).toBeLessThan(bytes.length * 4);
  });

  it('never throws anything but a wire error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const outcome = refusal(bytes, 4_096);
        expect(Array.isArray(outcome) || outcome instanceof WireError).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
