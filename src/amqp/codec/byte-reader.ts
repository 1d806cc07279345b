/** Reads numbers and texts in the order in which AMQP puts their bytes: most significant first. */
import { isWellFormed, textBetween } from '#base';
import { passesForUtf8 } from './erlang-utf8.ts';
import { internalError, malformedUtf8 } from './wire-error.ts';

const two32 = 2 ** 32;

export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;
  /** Nothing is read from here on; tables inside set it nearer. */
  end: number;
  /** False once something was read that other bytes would have said as well. */
  isOnlyWay = true;
  #view: DataView | null = null;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
    this.end = bytes.length;
  }

  octet(): number {
    return this.bytes[this.#skip(1)] as number;
  }

  short(): number {
    const at = this.#skip(2);
    return ((this.bytes[at] as number) << 8) | (this.bytes[at + 1] as number);
  }

  int8(): number {
    return (this.octet() << 24) >> 24;
  }

  int16(): number {
    return (this.short() << 16) >> 16;
  }

  long(): number {
    return this.int32() >>> 0;
  }

  int32(): number {
    const at = this.#skip(4);
    const { bytes } = this;
    return (
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)
    );
  }

  /** The nearest number there is. */
  longlong(): number {
    const high = this.long();
    return high * two32 + this.long();
  }

  /** A number where one holds it exactly, else its digits. */
  int64(): number | string {
    const high = this.int32();
    return exactly(high, this.long());
  }

  uint64(): number | string {
    const high = this.long();
    return exactly(high, this.long());
  }

  float(): number {
    return this.#dataView().getFloat32(this.#skip(4));
  }

  double(): number {
    return this.#dataView().getFloat64(this.#skip(8));
  }

  /** `isChecked` where RabbitMQ insists on UTF-8. */
  shortstr(isChecked: boolean): string {
    const length = this.octet();
    const text = this.text(length);
    if (isChecked && !isWellFormed(text)) this.#checkUtf8(length);
    return text;
  }

  longstr(): string {
    return this.text(this.long());
  }

  text(length: number): string {
    const at = this.#skip(length);
    return textBetween(this.bytes, at, at + length);
  }

  skip(length: number): void {
    this.#skip(length);
  }

  #checkUtf8(length: number): void {
    const bytes = this.bytes.subarray(this.at - length, this.at);
    if (!passesForUtf8(bytes)) throw malformedUtf8();
  }

  #dataView(): DataView {
    const { buffer, byteOffset, byteLength } = this.bytes;
    this.#view ??= new DataView(buffer, byteOffset, byteLength);
    return this.#view;
  }

  #skip(length: number): number {
    const { at } = this;
    // Whoever reads knows what it means here that the bytes end too early.
    if (length > this.end - at) throw internalError();
    this.at = at + length;
    return at;
  }
}

function exactly(high: number, low: number): number | string {
  const value = high * two32 + low;
  if (Number.isSafeInteger(value)) return value;
  return String(BigInt(high) * BigInt(two32) + BigInt(low));
}
