import { encodeContent, encodeMethodFrame, FrameReader, heartbeatFrame } from '#amqp';
import type { RawFrame } from '#amqp';
import { describe, expect, it } from 'vitest';
import { ContentAssembler } from './content-assembler.ts';

const fields = {
  consumerTag: 'c',
  deliveryTag: 7,
  redelivered: true,
  exchange: 'e',
  routingKey: 'k',
};

function framesOf(bytes: Uint8Array): readonly RawFrame[] {
  const reader = new FrameReader(() => 0);
  reader.push(bytes);
  const frames: RawFrame[] = [];
  for (let frame = reader.next(); frame !== null; frame = reader.next()) frames.push(frame);
  return frames;
}

/** Frames of four bytes of body each. */
const delivery = (channel: number, body: string): readonly RawFrame[] =>
  framesOf(encodeContent(channel, 'basic.deliver', fields, { priority: 3 }, body, 12));

describe('content', () => {
  it('is whole when the last part of its body has come, though a character was cut', () => {
    const assembler = new ContentAssembler();
    const arrived = delivery(1, 'grüße').map((frame) => assembler.take(frame));
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
    const arrived = delivery(1, '').map((frame) => assembler.take(frame));
    expect(arrived.map((one) => one?.fields['body'] ?? null)).toEqual([null, '']);
  });

  it('of two channels may be mixed', () => {
    const assembler = new ContentAssembler();
    const one = delivery(1, 'one');
    const two = delivery(2, 'two');
    const mixed = one.flatMap((frame, index) => [frame, two[index] as RawFrame]);
    const bodies = mixed.flatMap((frame) => assembler.take(frame)?.fields['body'] ?? []);
    expect(bodies).toEqual(['one', 'two']);
  });

  it('does not come of a heartbeat, nor of a method that has none', () => {
    const assembler = new ContentAssembler();
    const bytes = [heartbeatFrame(), encodeMethodFrame(1, 'queue.purge-ok', { messageCount: 2 })];
    const arrived = bytes.flatMap(framesOf).map((frame) => assembler.take(frame));
    const purged = { channel: 1, name: 'queue.purge-ok', fields: { messageCount: 2 } };
    expect(arrived).toEqual([null, purged]);
  });
});
