import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeContentHeader } from './basic-properties.ts';
import { ContentAssembler } from './content-assembler.ts';
import { encodeFrame, frameTypes, FrameSplitter } from './frame-splitter.ts';
import type { RawFrame } from './frame-splitter.ts';
import { encodeMethod } from './method-codec.ts';

const frames = fc.array(
  fc.record({
    type: fc.constantFrom(1, 2, 3, 8),
    channel: fc.nat(65_535),
    payload: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  }),
  { maxLength: 6 },
);

function cut(bytes: Buffer, sizes: readonly number[]): readonly Buffer[] {
  const chunks: Buffer[] = [];
  let at = 0;
  for (const size of sizes) {
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...chunks, bytes.subarray(at)];
}

describe('frames', () => {
  it('are found however the bytes are cut', () => {
    fc.assert(
      fc.property(frames, fc.array(fc.nat(30)), (sent, sizes) => {
        const splitter = new FrameSplitter();
        const bytes = Buffer.concat(sent.map(encodeFrame));
        const found = cut(bytes, sizes).flatMap((chunk) => splitter.take(chunk));
        expect(found).toEqual(sent);
      }),
    );
  });

  it('that do not end where they say are refused', () => {
    const bytes = encodeFrame({ type: 1, channel: 1, payload: Buffer.from('x') });
    bytes[bytes.length - 1] = 0;
    expect(() => new FrameSplitter().take(bytes)).toThrow('does not end');
  });

  it('of a broker with another protocol are refused', () => {
    const answer = Buffer.from([...Buffer.from('AMQP'), 0, 1, 0, 0]);
    expect(() => new FrameSplitter().take(answer)).toThrow('does not speak AMQP 0-9-1');
  });
});

describe('content', () => {
  const fields = {
    consumerTag: 'c',
    deliveryTag: 7,
    redelivered: true,
    exchange: 'e',
    routingKey: 'k',
  };
  const deliver = { name: 'basic.deliver', fields };
  const frameOf = (type: number, payload: Buffer, channel = 1): RawFrame => ({
    type,
    channel,
    payload,
  });
  const framesOf = (channel: number, parts: readonly string[]): readonly RawFrame[] => {
    const bodySize = Buffer.byteLength(parts.join(''));
    const header = encodeContentHeader({ bodySize, properties: { priority: 3 } });
    return [
      frameOf(frameTypes.method, encodeMethod(deliver), channel),
      frameOf(frameTypes.header, header, channel),
      ...parts.map((part) => frameOf(frameTypes.body, Buffer.from(part), channel)),
    ];
  };

  it('is whole when the last part of its body has come', () => {
    const assembler = new ContentAssembler();
    const arrived = framesOf(1, ['grü', 'ße']).map((frame) => assembler.take(frame));
    const whole = { ...fields, properties: { priority: 3 }, body: 'grüße' };
    expect(arrived).toEqual([
      null,
      null,
      null,
      { channel: 1, name: 'basic.deliver', fields: whole },
    ]);
  });

  it('without a body is whole with its header', () => {
    const assembler = new ContentAssembler();
    const arrived = framesOf(1, []).map((frame) => assembler.take(frame));
    expect(arrived.map((one) => one?.fields['body'] ?? null)).toEqual([null, '']);
  });

  it('of two channels may be mixed', () => {
    const assembler = new ContentAssembler();
    const one = framesOf(1, ['one']);
    const two = framesOf(2, ['two']);
    const mixed = one.flatMap((frame, index) => [frame, two[index] as RawFrame]);
    const bodies = mixed.flatMap((frame) => assembler.take(frame)?.fields['body'] ?? []);
    expect(bodies).toEqual(['one', 'two']);
  });

  it('does not come of a heartbeat', () => {
    const heartbeat = frameOf(frameTypes.heartbeat, Buffer.alloc(0), 0);
    expect(new ContentAssembler().take(heartbeat)).toBeNull();
  });
});
