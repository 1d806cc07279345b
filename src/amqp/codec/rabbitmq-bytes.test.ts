/** Bytes that RabbitMQ 3.10.8's own code wrote, and what it said of bytes that are broken. */
import { describe, expect, it } from 'vitest';
import { decodeProperties } from './content-header.ts';
import { encodeContent } from './content.ts';
import { FrameReader } from './frame-reader.ts';
import { decodeMethod, encodeMethodFrame } from './method-codec.ts';
import { methodShapes } from './method-table.ts';
import recorded from './rabbitmq-bytes.json';
import { unknownFrame, WireError } from './wire-error.ts';

const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function payloads(bytes: Uint8Array): readonly string[] {
  const reader = new FrameReader(() => 0);
  reader.push(bytes);
  const found: string[] = [];
  for (let frame = reader.next(); frame !== null; frame = reader.next())
    found.push(toHex(frame.payload));
  return found;
}

function said(read: () => unknown): readonly unknown[] {
  try {
    return ['nothing', read()];
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    return [error.replyCode, error.isWordless ? null : error.replyText];
  }
}

/** Before the properties. */
const head = '003c00000000000000000000';

describe('what RabbitMQ writes', () => {
  it('has every method in it', () => {
    expect(recorded.methods.map((hex) => decodeMethod(fromHex(hex)).name).toSorted()).toEqual(
      methodShapes.map(({ name }) => name).toSorted(),
    );
  });

  it('is what we write', () => {
    for (const hex of recorded.methods) {
      const { name, fields } = decodeMethod(fromHex(hex));
      expect(payloads(encodeMethodFrame(1, name, fields)), name).toEqual([hex]);
    }
    for (const hex of recorded.properties) {
      const properties = decodeProperties(fromHex(head + hex));
      const frames = payloads(encodeContent(1, 'basic.publish', {}, properties, '', 0));
      expect(frames[1]).toBe(head + hex);
    }
  });
});

describe('what RabbitMQ refuses', () => {
  it('is refused, in the same words', () => {
    for (const [hex, code, text] of recorded.brokenMethods)
      expect(
        said(() => decodeMethod(fromHex(String(hex)))),
        String(hex),
      ).toEqual([code, text]);
    for (const hex of recorded.brokenProperties)
      expect(said(() => decodeProperties(fromHex(head + hex)))).toEqual([541, 'INTERNAL_ERROR']);
  });

  it('is printed as Erlang prints it', () => {
    for (const [type, hex, text] of recorded.frames) {
      const frame = { type: Number(type), payload: fromHex(String(hex)) };
      expect(unknownFrame(frame).replyText).toBe(text);
    }
  });
});
