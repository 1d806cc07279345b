/** Writes what a ByteReader reads. Its array grows, and is used again after `take`. */
import { putBytesOf } from '#base';
import { cannotEncode } from './wire-error.ts';

const two32 = 2 ** 32;
const firstSize = 4_096;
/** An array that has grown beyond that is not kept. */
const keptMax = 262_144;
const shortstrMax = 255;

export class ByteWriter {
  #bytes = new Uint8Array(firstSize);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;

  get length(): number {
    return this.#at;
  }

  /** What has been written, in an array of its own that has room for some more; then begins anew. */
  take(more = 0): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#at + more);
    taken.set(this.#bytes.subarray(0, this.#at));
    this.clear();
    return taken;
  }

  clear(): void {
    this.#at = 0;
    if (this.#bytes.length > keptMax) this.#move(firstSize);
  }

  octet(value: number): void {
    const at = this.#grow(1);
    this.#bytes[at] = value;
  }

  short(value: number): void {
    const at = this.#grow(2);
    this.#bytes[at] = value >> 8;
    this.#bytes[at + 1] = value;
  }

  /** Of either sign. */
  long(value: number): void {
    const at = this.#grow(4);
    this.#put(at, value);
  }

  /** Of either sign, as two's complement; what is beyond 64 bits becomes the most that they hold. */
  longlong(value: number): void {
    const high = Math.floor(value / two32);
    if (high >= two32) {
      this.long(-1);
      this.long(-1);
    } else {
      this.long(high);
      this.long(value - high * two32);
    }
  }

  bigint(value: bigint): void {
    const at = this.#grow(8);
    this.#view.setBigUint64(at, BigInt.asUintN(64, value));
  }

  float(value: number): void {
    const at = this.#grow(4);
    this.#view.setFloat32(at, value);
  }

  double(value: number): void {
    const at = this.#grow(8);
    this.#view.setFloat64(at, value);
  }

  shortstr(text: string): void {
    this.octet(0);
    const at = this.#at;
    this.text(text);
    const length = this.#at - at;
    if (length > shortstrMax) throw cannotEncode('more than 255 bytes', text);
    this.#bytes[at - 1] = length;
  }

  longstr(text: string): void {
    const at = this.beginSized();
    this.text(text);
    this.endSized(at);
  }

  raw(bytes: Uint8Array): void {
    const at = this.#grow(bytes.length);
    this.#bytes.set(bytes, at);
  }

  /** A unit is three bytes at most, and is given back the room that it does not need. */
  text(text: string): void {
    const at = this.#grow(text.length * 3);
    this.#at = at + putBytesOf(text, this.#bytes, at);
  }

  /** Over what was written at `at` before. */
  longlongAt(at: number, value: number): void {
    this.#put(at, Math.floor(value / two32));
    this.#put(at + 4, value);
  }

  /** Room for the length of what follows, which `endSized` then fills in. */
  beginSized(): number {
    return this.#grow(4);
  }

  endSized(at: number): void {
    this.#put(at, this.#at - at - 4);
  }

  #put(at: number, value: number): void {
    this.#bytes[at] = value >>> 24;
    this.#bytes[at + 1] = value >>> 16;
    this.#bytes[at + 2] = value >>> 8;
    this.#bytes[at + 3] = value;
  }

  /** Where the next so many bytes go. */
  #grow(length: number): number {
    const at = this.#at;
    this.#at = at + length;
    if (this.#at > this.#bytes.length) this.#move(Math.max(this.#at, this.#bytes.length * 2));
    return at;
  }

  #move(size: number): void {
    const bytes = new Uint8Array(size);
    bytes.set(this.#bytes.subarray(0, Math.min(size, this.#bytes.length)));
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }
}
