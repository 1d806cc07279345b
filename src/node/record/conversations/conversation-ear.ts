/**
 * Makes what a conversation hears of the bytes that come: methods by name with their content, and
 * frames in hexadecimal where to tell them otherwise would lose something.
 */
import { textOf } from '#base';
import {
  decodeContentHeader,
  decodeMethod,
  encodeContent,
  encodeMethodFrame,
  FrameReader,
  WireError,
} from '#amqp';
import type { Method, RawFrame } from '#amqp';
import type { Fields, Heard } from './conversation.ts';
import { withoutChance } from './without-chance.ts';

const methodFrame = 1;
const headerFrame = 2;
const protocolHeaderLength = 8;
const namesWithContent = new Set(['basic.deliver', 'basic.return', 'basic.get-ok']);
/** More than any frame of a conversation. */
const frameMax = 2 ** 20;

/** A message as far as it has come. */
interface Pending {
  readonly method: Method;
  readonly frames: readonly RawFrame[];
  readonly missing: number;
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const inHex = ({ type, channel, payload }: RawFrame): Heard => ({
  frame: type,
  channel,
  hex: hexOf(payload),
});

export class ConversationEar {
  readonly #reader = new FrameReader(() => frameMax);
  readonly #pending = new Map<number, Pending>();
  #heard: Heard[] = [];

  push(bytes: Uint8Array): void {
    if (hexOf(bytes.subarray(0, 4)) === hexOf(Buffer.from('AMQP'))) {
      this.#heard.push({ hex: hexOf(bytes.subarray(0, protocolHeaderLength)) });
      this.push(bytes.subarray(protocolHeaderLength));
      return;
    }
    this.#reader.push(bytes);
    for (let frame = this.#reader.next(); frame !== null; frame = this.#reader.next())
      this.#take(frame);
  }

  /** What has come since it was last asked for. */
  take(): readonly Heard[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  #take(frame: RawFrame): void {
    const { channel } = frame;
    const pending = this.#pending.get(channel);
    if (frame.type === methodFrame) {
      const method = methodIn(frame);
      if (method !== null && namesWithContent.has(method.name))
        this.#pending.set(channel, { method, frames: [], missing: Infinity });
      else this.#heard.push(method === null ? inHex(frame) : methodHeard(frame, method));
    } else if (pending === undefined) {
      this.#heard.push(inHex(frame));
    } else {
      this.#takeContent(frame, pending);
    }
  }

  #takeContent(frame: RawFrame, { method, frames, missing: before }: Pending): void {
    const { type, channel, payload } = frame;
    const missing =
      type === headerFrame
        ? Number(decodeContentHeader(payload).bodySize)
        : before - payload.length;
    const all = [...frames, frame];
    this.#pending.set(channel, { method, frames: all, missing });
    if (missing > 0) return;
    this.#pending.delete(channel);
    this.#heard.push(...contentHeard(method, all));
  }
}

/** Null where we would refuse what the broker said: it says again what it has been told. */
function methodIn({ payload }: RawFrame): Method | null {
  try {
    return decodeMethod(payload);
  } catch (error) {
    if (error instanceof WireError) return null;
    throw error;
  }
}

function methodHeard(frame: RawFrame, { name, fields }: Method): Heard {
  const { channel, payload } = frame;
  const again = encodeMethodFrame(channel, name, fields);
  if (!hexOf(again).includes(hexOf(payload))) return inHex(frame);
  return { method: name, channel, fields: withoutChance(fields as Fields) };
}

function contentHeard(method: Method, frames: readonly RawFrame[]): readonly Heard[] {
  const [header, ...bodies] = frames;
  if (header === undefined) return [];
  const { channel } = header;
  // A copy, because of the properties themselves it is remembered how they came.
  const properties = { ...decodeContentHeader(header.payload).properties };
  const body = textOf(Buffer.concat(bodies.map(({ payload }) => payload)));
  const fields = withoutChance(method.fields as Fields);
  const heard = { method: method.name, channel, fields };
  const again = encodeContent(channel, method.name, method.fields, properties, body, frameMax);
  if (!hexOf(again).includes(hexOf(header.payload)))
    return [heard, ...frames.map((frame) => inHex(frame))];
  return [{ ...heard, properties: withoutChance(properties as unknown as Fields), body }];
}
