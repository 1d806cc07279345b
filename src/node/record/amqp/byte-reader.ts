/** Reads what a ByteWriter writes. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  octet(): number {
    return this.#bytes.readUInt8(this.#skip(1));
  }

  int8(): number {
    return this.#bytes.readInt8(this.#skip(1));
  }

  short(): number {
    return this.#bytes.readUInt16BE(this.#skip(2));
  }

  int16(): number {
    return this.#bytes.readInt16BE(this.#skip(2));
  }

  long(): number {
    return this.#bytes.readUInt32BE(this.#skip(4));
  }

  int32(): number {
    return this.#bytes.readInt32BE(this.#skip(4));
  }

  /** As a number: none that a case uses is beyond what a number holds exactly. */
  longlong(): number {
    return Number(this.#bytes.readBigUInt64BE(this.#skip(8)));
  }

  int64(): number {
    return Number(this.#bytes.readBigInt64BE(this.#skip(8)));
  }

  float(): number {
    return this.#bytes.readFloatBE(this.#skip(4));
  }

  double(): number {
    return this.#bytes.readDoubleBE(this.#skip(8));
  }

  shortstr(): string {
    return this.bytes(this.octet()).toString();
  }

  longstr(): string {
    return this.sized().toString();
  }

  sized(): Buffer {
    return this.bytes(this.long());
  }

  bytes(length: number): Buffer {
    const from = this.#skip(length);
    return this.#bytes.subarray(from, from + length);
  }

  #skip(length: number): number {
    const from = this.#at;
    if (from + length > this.#bytes.length) throw new RangeError('A frame ends too early.');
    this.#at += length;
    return from;
  }
}
