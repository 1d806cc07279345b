/** AMQP frames: a type, a channel, the length of the payload, the payload, and an end mark. */

export const frameTypes = { method: 1, header: 2, body: 3, heartbeat: 8 } as const;
export const endMark = 0xce;
export const headLength = 7;
/** What a frame is longer than its payload. */
export const frameOverhead = headLength + 1;

export interface RawFrame {
  readonly type: number;
  readonly channel: number;
  readonly payload: Uint8Array;
}

export function encodeFrame({ type, channel, payload }: RawFrame): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(payload.length + frameOverhead);
  putFrame(frame, 0, type, channel, payload);
  return frame;
}

/** Gives where the next one goes. */
export function putFrame(
  to: Uint8Array,
  at: number,
  type: number,
  channel: number,
  payload: Uint8Array,
): number {
  const { length } = payload;
  to[at] = type;
  to[at + 1] = channel >> 8;
  to[at + 2] = channel;
  to[at + 3] = length >>> 24;
  to[at + 4] = length >>> 16;
  to[at + 5] = length >>> 8;
  to[at + 6] = length;
  to.set(payload, at + headLength);
  const end = at + headLength + length;
  to[end] = endMark;
  return end + 1;
}

/** What a client says first. */
export const protocolHeader = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.of(0x41, 0x4d, 0x51, 0x50, 0, 0, 9, 1);

export const heartbeatFrame = (): Uint8Array<ArrayBuffer> =>
  encodeFrame({ type: frameTypes.heartbeat, channel: 0, payload: new Uint8Array(0) });
