/** Makes frames of a stream of bytes, however it is cut. What is in them is no concern of it. */
import { endMark, frameOverhead, headLength } from './frame-types.ts';
import type { RawFrame } from './frame-types.ts';
import { frameTooLarge, wrongEndMark } from './wire-error.ts';

const noBytes = new Uint8Array(0);
const leastRoom = 1_024;

export class FrameReader {
  readonly #frameMax: () => number;
  /** Whole chunks are taken as they are; only a frame that is cut is put together in bytes of our own. */
  #bytes: Uint8Array = noBytes;
  #isOurs = false;
  #start = 0;
  #end = 0;

  /** `frameMax` as it is agreed on by now: asked for each frame. 0 is no limit. */
  constructor(frameMax: () => number) {
    this.#frameMax = frameMax;
  }

  /** Payloads are parts of these bytes, which must not be written to any more. */
  push(bytes: Uint8Array): void {
    if (this.#start === this.#end) {
      this.#bytes = bytes;
      this.#isOurs = false;
      this.#start = 0;
      this.#end = bytes.length;
      return;
    }
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Null as long as it has not come whole. */
  next(): RawFrame | null {
    const bytes = this.#bytes;
    const at = this.#start;
    const here = this.#end - at;
    if (here < headLength) return null;
    const type = bytes[at] as number;
    const length = uint32(bytes, at + 3);
    this.#check(type, length);
    if (here < length + frameOverhead) return null;
    const end = at + headLength + length;
    const frame = {
      type,
      channel: ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number),
      payload: bytes.subarray(at + headLength, end),
    };
    const mark = bytes[end] as number;
    if (mark !== endMark) throw wrongEndMark(frame, mark);
    this.#start = end + 1;
    if (this.#start === this.#end) this.#forget();
    return frame;
  }

  /** RabbitMQ allows a payload what a whole frame may have. */
  #check(type: number, length: number): void {
    const most = this.#frameMax();
    if (most !== 0 && length > most) throw frameTooLarge(type, length, most - frameOverhead);
  }

  /** Bytes that have been given away in frames stay as they are: what is left moves to an array anew. */
  #makeRoom(more: number): void {
    const rest = this.#end - this.#start;
    if (this.#isOurs && this.#end + more <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.max(rest + more, rest * 2, leastRoom));
    bytes.set(this.#bytes.subarray(this.#start, this.#end));
    this.#bytes = bytes;
    this.#isOurs = true;
    this.#start = 0;
    this.#end = rest;
  }

  #forget(): void {
    this.#bytes = noBytes;
    this.#isOurs = false;
    this.#start = 0;
    this.#end = 0;
  }
}

const uint32 = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)) >>>
  0;
