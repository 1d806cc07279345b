/** UTF-8 and base64 by hand: the machine has neither TextEncoder nor atob. */
import { Buffer } from 'buffer/';

export class TextEncoder {
  get encoding(): string {
    return 'utf-8';
  }

  encode(text = ''): Uint8Array {
    const bytes = Buffer.from(String(text), 'utf8');
    return new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length);
  }

  encodeInto(text: string, target: Uint8Array): { read: number; written: number } {
    let read = 0;
    let written = 0;
    for (const character of text) {
      const bytes = this.encode(character);
      if (written + bytes.length > target.length) break;
      target.set(bytes, written);
      written += bytes.length;
      read += character.length;
    }
    return { read, written };
  }
}

const known: Readonly<Record<string, 'utf8' | 'latin1' | 'utf16le'>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'unicode-1-1-utf-8': 'utf8',
  ascii: 'latin1',
  latin1: 'latin1',
  'iso-8859-1': 'latin1',
  'utf-16le': 'utf16le',
  'utf-16': 'utf16le',
};

const bytesOf = (input: ArrayBuffer | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(input)
    ? new Uint8Array(input.buffer as ArrayBuffer, input.byteOffset, input.byteLength)
    : new Uint8Array(input);

/** How many bytes at the end begin a character that is not complete. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return wanted > back ? back : 0;
    }
    if (byte < 0x80) return 0;
  }
  return 0;
}

export class TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  readonly #coding: 'utf8' | 'latin1' | 'utf16le';
  #rest = new Uint8Array(0);

  constructor(label = 'utf-8', options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    const name = String(label).trim().toLowerCase();
    const coding = known[name];
    if (coding === undefined) {
      throw new RangeError(`The "${label}" encoding is not supported`);
    }
    this.#coding = coding;
    this.encoding = coding === 'utf8' ? 'utf-8' : coding === 'utf16le' ? 'utf-16le' : name;
    this.fatal = options.fatal === true;
    this.ignoreBOM = options.ignoreBOM === true;
  }

  decode(input?: ArrayBuffer | ArrayBufferView, options: { stream?: boolean } = {}): string {
    const given = input === undefined ? new Uint8Array(0) : bytesOf(input);
    let bytes = given;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + given.length);
      bytes.set(this.#rest);
      bytes.set(given, this.#rest.length);
    }
    const keep = options.stream === true && this.#coding === 'utf8' ? unfinished(bytes) : 0;
    this.#rest = bytes.slice(bytes.length - keep);
    const whole = bytes.subarray(0, bytes.length - keep);
    const text = Buffer.from(whole.buffer as ArrayBuffer, whole.byteOffset, whole.length).toString(
      this.#coding,
    );
    if (this.fatal && this.#coding === 'utf8' && !Buffer.from(text).equals(Buffer.from(whole))) {
      throw new TypeError('The encoded data was not valid for encoding utf-8');
    }
    return !this.ignoreBOM && text.startsWith('\ufeff') ? text.slice(1) : text;
  }
}

export function btoa(text: unknown): string {
  const given = String(text);
  for (let at = 0; at < given.length; at++) {
    if (given.charCodeAt(at) > 255) throw new Error('Invalid character');
  }
  return Buffer.from(given, 'latin1').toString('base64');
}

export function atob(text: unknown): string {
  const given = String(text).replace(/[\t\n\f\r ]/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(given)) {
    throw new Error('The string to be decoded is not correctly encoded.');
  }
  return Buffer.from(given, 'base64').toString('latin1');
}
