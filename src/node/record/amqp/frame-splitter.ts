/** AMQP frames: a type, a channel, a payload, and an end mark. */

export const frameTypes = { method: 1, header: 2, body: 3, heartbeat: 8 } as const;
const endMark = 0xce;
const headLength = 7;

export interface RawFrame {
  readonly type: number;
  readonly channel: number;
  readonly payload: Buffer;
}

export function encodeFrame({ type, channel, payload }: RawFrame): Buffer {
  const head = Buffer.alloc(headLength);
  head.writeUInt8(type);
  head.writeUInt16BE(channel, 1);
  head.writeUInt32BE(payload.length, 3);
  return Buffer.concat([head, payload, Buffer.from([endMark])]);
}

/** Makes frames of what a socket gives, however it is cut. */
export class FrameSplitter {
  #rest: Buffer = Buffer.alloc(0);

  take(chunk: Buffer): readonly RawFrame[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const frames: RawFrame[] = [];
    for (let frame = this.#next(); frame !== null; frame = this.#next()) frames.push(frame);
    return frames;
  }

  #next(): RawFrame | null {
    const rest = this.#rest;
    if (rest.length < headLength) return null;
    if (rest.subarray(0, 4).toString() === 'AMQP') {
      throw new Error('The broker does not speak AMQP 0-9-1.');
    }
    const end = headLength + rest.readUInt32BE(3);
    if (rest.length <= end) return null;
    if (rest[end] !== endMark) throw new Error('A frame does not end where it says.');
    this.#rest = rest.subarray(end + 1);
    return {
      type: rest.readUInt8(),
      channel: rest.readUInt16BE(1),
      payload: rest.subarray(headLength, end),
    };
  }
}
