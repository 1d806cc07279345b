import { bytesOf } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMethod } from '../../testing/a-method.ts';
import { FrameReader } from './frame-reader.ts';
import { decodeMethod, encodeMethodFrame, hasField, isMethodName } from './method-codec.ts';
import { methodShapes } from './method-table.ts';
import { WireError } from './wire-error.ts';

function payloadOf(frame: Uint8Array): Uint8Array {
  const reader = new FrameReader(() => 0);
  reader.push(frame);
  return reader.next()?.payload ?? new Uint8Array(0);
}

function refusal(hex: string): unknown {
  try {
    return decodeMethod(Uint8Array.from(Buffer.from(hex, 'hex')));
  } catch (error) {
    return error;
  }
}

const text = (value: string): string => Buffer.from(bytesOf(value)).toString('hex');

describe('methods on the wire', () => {
  it('read what was written, all of them', () => {
    fc.assert(
      fc.property(aMethod, fc.nat(65_535), ({ name, fields }, channel) => {
        const reader = new FrameReader(() => 0);
        reader.push(encodeMethodFrame(channel, name, fields));
        const frame = reader.next();
        expect(frame).toMatchObject({ type: 1, channel });
        const { classId, methodId } = methodShapes.find((shape) => shape.name === name) ?? {};
        expect(decodeMethod(frame?.payload ?? new Uint8Array(0))).toEqual({
          name,
          fields,
          classId,
          methodId,
        });
        expect(reader.next()).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('are zero where nothing is said', () => {
    for (const { name } of methodShapes) {
      const { fields } = decodeMethod(payloadOf(encodeMethodFrame(1, name, {})));
      for (const value of Object.values(fields)) expect([0, '', false, {}]).toContainEqual(value);
    }
  });

  it('packs bits into one octet, the first one lowest', () => {
    const fields = { queue: 'q', exclusive: true, nowait: true, arguments: {} };
    const payload = payloadOf(encodeMethodFrame(1, 'queue.declare', fields));
    expect(Buffer.from(payload).toString('hex')).toBe('0032000a000001711400000000');
  });

  it('keeps the bounds of 64 bits', () => {
    const hex = '003c0050ffffffffffffffff00';
    const { fields } = decodeMethod(Uint8Array.from(Buffer.from(hex, 'hex')));
    expect(fields).toEqual({ deliveryTag: String(2n ** 64n - 1n), multiple: false });
    const payload = payloadOf(encodeMethodFrame(1, 'basic.ack', fields));
    expect(Buffer.from(payload).toString('hex')).toBe(hex);
  });

  it('knows names and fields', () => {
    expect(isMethodName('basic.recover-async')).toBe(true);
    expect(isMethodName('basic.shout')).toBe(false);
    expect(hasField('queue.declare', 'arguments')).toBe(true);
    expect(hasField('connection.open', '-')).toBe(false);
  });

  it('that are none are refused', () => {
    expect(() => encodeMethodFrame(1, 'basic.shout', {})).toThrow(WireError);
  });

  it('leaves nothing behind of one that could not be written', () => {
    const before = encodeMethodFrame(1, 'queue.purge', { queue: 'q' });
    const long = { queue: 'é'.repeat(200) };
    expect(() => encodeMethodFrame(1, 'queue.purge', long)).toThrow(WireError);
    expect(encodeMethodFrame(1, 'queue.purge', { queue: 'q' })).toEqual(before);
  });
});

describe('methods that are broken', () => {
  it('without numbers are no frames', () => {
    expect(refusal('003c00')).toMatchObject({
      replyCode: 501,
      replyText: 'FRAME_ERROR - type 1, all octets = <<0,60,0>>: unknown_frame',
    });
  });

  it('with numbers that mean nothing end the stream without a word', () => {
    expect(refusal('003c0001')).toMatchObject({ replyCode: 503, isWordless: true });
  });

  it.each([
    ['end too early', `0032000a000003${text('abc')}04`, '<<0,0,3,97,98,99,4>>'],
    ['go on', '003c0050000000000000000100ff', '<<0,0,0,0,0,0,0,1,0,255>>'],
    ['have a table that is too long', '0032000a0000000000000005ff', '<<0,0,0,0,0,0,0,5,255>>'],
  ])('that %s cannot be decoded', (_how, hex, octets) => {
    expect(refusal(hex)).toMatchObject({
      replyCode: 501,
      replyText: `FRAME_ERROR - cannot decode ${octets}`,
      classId: Number.parseInt(hex.slice(0, 4), 16),
      methodId: Number.parseInt(hex.slice(4, 8), 16),
      isWordless: false,
    });
  });

  it('with a broken table end the stream without a word', () => {
    const table = `0000000401${text('a')}5a01`;
    expect(refusal(`0032000a00000000${table}`)).toMatchObject({ isWordless: true });
  });

  it('with a name that is no text are refused for that', () => {
    expect(refusal('0032000a000001ff0000000000')).toMatchObject({
      replyCode: 501,
      replyText: 'FRAME_ERROR - Malformed UTF-8 in shortstr',
      classId: 0,
    });
  });

  it('but for the routing key of a publish, which may be any bytes', () => {
    expect(refusal('003c002800000001ff00')).toMatchObject({ fields: { routingKey: '\uDCFF' } });
  });
});
