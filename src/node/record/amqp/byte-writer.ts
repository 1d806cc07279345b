/** Bytes in the order in which AMQP puts them on the wire: most significant first. */
export class ByteWriter {
  readonly #parts: Buffer[] = [];

  octet(value: number): void {
    this.#parts.push(Buffer.from([value & 0xff]));
  }

  short(value: number): void {
    const part = Buffer.alloc(2);
    part.writeUInt16BE(value & 0xffff);
    this.#parts.push(part);
  }

  long(value: number): void {
    const part = Buffer.alloc(4);
    part.writeUInt32BE(value >>> 0);
    this.#parts.push(part);
  }

  /** Negative numbers as two's complement. */
  longlong(value: number): void {
    const part = Buffer.alloc(8);
    part.writeBigUInt64BE(BigInt.asUintN(64, BigInt(value)));
    this.#parts.push(part);
  }

  float(value: number): void {
    const part = Buffer.alloc(4);
    part.writeFloatBE(value);
    this.#parts.push(part);
  }

  double(value: number): void {
    const part = Buffer.alloc(8);
    part.writeDoubleBE(value);
    this.#parts.push(part);
  }

  /** At most 255 bytes; the rest is more than the wire can tell and refused. */
  shortstr(text: string): void {
    const bytes = Buffer.from(text);
    if (bytes.length > 255) throw new Error(`More than 255 bytes: '${text.slice(0, 40)}…'`);
    this.octet(bytes.length);
    this.bytes(bytes);
  }

  longstr(text: string): void {
    this.sized(Buffer.from(text));
  }

  /** With the number of bytes before them. */
  sized(bytes: Buffer): void {
    this.long(bytes.length);
    this.bytes(bytes);
  }

  bytes(bytes: Buffer): void {
    this.#parts.push(bytes);
  }

  toBuffer(): Buffer {
    return Buffer.concat(this.#parts);
  }
}
