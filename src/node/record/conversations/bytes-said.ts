/** What a client says in a conversation, as bytes. */
import { encodeContent, encodeMethodFrame } from '#amqp';
import type { Said, SaidMethod } from './conversation.ts';

/** Of a frame before its payload. */
const headLength = 7;
const endMark = 0xce;

export function bytesSaid(items: readonly Said[], frameMax: number): Buffer {
  return Buffer.concat(items.map((item) => bytesOf(item, frameMax)));
}

function bytesOf(item: Said, frameMax: number): Uint8Array {
  if ('method' in item) return methodBytes(item, frameMax);
  const bytes = Buffer.from(item.hex, 'hex');
  return 'frame' in item ? frameBytes(item.frame, item.channel, bytes) : bytes;
}

function methodBytes(said: SaidMethod, frameMax: number): Uint8Array {
  const { method, channel, fields, properties = {}, body, cut = 0, plus = '' } = said;
  if (body !== undefined) return encodeContent(channel, method, fields, properties, body, frameMax);
  const whole = encodeMethodFrame(channel, method, fields);
  if (cut === 0 && plus === '') return whole;
  const payload = whole.subarray(headLength, whole.length - 1 - cut);
  return frameBytes(1, channel, Buffer.concat([payload, Buffer.from(plus, 'hex')]));
}

function frameBytes(type: number, channel: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(headLength);
  head.writeUInt8(type);
  head.writeUInt16BE(channel, 1);
  head.writeUInt32BE(payload.length, 3);
  return Buffer.concat([head, payload, Buffer.of(endMark)]);
}
