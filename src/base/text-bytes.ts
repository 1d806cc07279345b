/**
 * Text as bytes and back, for every sequence of bytes there is: UTF-8 where it is valid, and each byte
 * that is no part of valid UTF-8 becomes a lone surrogate from U+DC80 to U+DCFF, which becomes that
 * byte again. (Python's `surrogateescape` is the same.)
 */

// Every place where this runs has both; the language's own library does not know them.
interface Decoder {
  decode(bytes: Uint8Array): string;
}
interface Encoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, to: Uint8Array): { readonly read: number; readonly written: number };
}
declare const TextDecoder: new (label: string, options: { ignoreBOM: boolean }) => Decoder;
declare const TextEncoder: new () => Encoder;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Below that a loop is quicker than the platform's coders. */
const shortLength = 48;
/** What a decoder writes for bytes that are not UTF-8; they may also say it themselves. */
const replacement = '\uFFFD';

export const textOf = (bytes: Uint8Array): string => textBetween(bytes, 0, bytes.length);

/** The text of the bytes from `start` up to `end`, both within the array. */
export function textBetween(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length <= shortLength && isAscii(bytes, start, end)) {
    return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
  }
  const part = length === bytes.length ? bytes : bytes.subarray(start, end);
  const text = decoder.decode(part);
  return text.includes(replacement) ? escapedText(part) : text;
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] as number) > 0x7f) return false;
  return true;
}

/** As many units as one call may have arguments everywhere. */
const unitsAtOnce = 8_192;

function escapedText(bytes: Uint8Array): string {
  const units = new Uint16Array(unitsAtOnce);
  let text = '';
  let count = 0;
  let at = 0;
  while (at < bytes.length) {
    // A character is two units at most.
    if (count > unitsAtOnce - 2) {
      text += textOfUnits(units.subarray(0, count));
      count = 0;
    }
    const lead = bytes[at] as number;
    const length = lead < 0x80 ? 1 : lengthOfCharacter(bytes, at, lead);
    if (length === 0) units[count++] = 0xdc00 | lead;
    else if (length === 1) units[count++] = lead;
    else count = putCharacter(bytes, at, length, units, count);
    at += Math.max(1, length);
  }
  return text + textOfUnits(units.subarray(0, count));
}

const textOfUnits = (units: Uint16Array): string =>
  String.fromCharCode.apply(null, units as unknown as number[]);

/** In bytes; 0 where no valid character of more than one byte begins. */
function lengthOfCharacter(bytes: Uint8Array, at: number, lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  // No longer than need be, no surrogate, nothing beyond U+10FFFF.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1];
  if (second === undefined || second < least || second > most) return 0;
  for (let index = 2; index < length; index++) {
    const next = bytes[at + index];
    if (next === undefined || (next & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function putCharacter(
  bytes: Uint8Array,
  at: number,
  length: number,
  units: Uint16Array,
  count: number,
): number {
  let code = (bytes[at] as number) & (0xff >> (length + 1));
  for (let index = 1; index < length; index++) {
    code = (code << 6) | ((bytes[at + index] as number) & 0x3f);
  }
  if (length < 4) {
    units[count] = code;
    return count + 1;
  }
  units[count] = 0xd7c0 + (code >> 10);
  units[count + 1] = 0xdc00 | (code & 0x3ff);
  return count + 2;
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > shortLength) {
    const bytes = encoder.encode(text);
    // As many bytes as units: all is ASCII, and no lone surrogate was lost.
    return bytes.length === text.length || isWellFormed(text) ? bytes : escapedBytes(text);
  }
  const bytes = new Uint8Array(text.length);
  return putAscii(text, bytes, 0) ? bytes : escapedBytes(text);
}

/**
 * Writes the bytes of a text to an array that has room for three of each unit at `at`, and tells how
 * many they are.
 */
export function putBytesOf(text: string, to: Uint8Array, at: number): number {
  const { length } = text;
  if (length <= shortLength && putAscii(text, to, at)) return length;
  const { written } = encoder.encodeInto(text, to.subarray(at));
  if (written === length || isWellFormed(text)) return written;
  const bytes = escapedBytes(text);
  to.set(bytes, at);
  return bytes.length;
}

function putAscii(text: string, to: Uint8Array, at: number): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) return false;
    to[at + index] = unit;
  }
  return true;
}

interface Knowing {
  readonly isWellFormed?: (this: string) => boolean;
}
const quick = (String.prototype as Knowing).isWellFormed;

/** Whether it holds no lone surrogate: the platform's coder does what we need of it. */
export const isWellFormed = (text: string): boolean =>
  quick === undefined ? !/\p{Surrogate}/u.test(text) : quick.call(text);

function escapedBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 3);
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.codePointAt(index) as number;
    if (code < 0x80) bytes[count++] = code;
    else if (code >= 0xdc80 && code <= 0xdcff) bytes[count++] = code & 0xff;
    else {
      if (code > 0xffff) index++;
      // Other halves of a pair stand for nothing, and go as any decoder would read them.
      const isLone = code >= 0xd800 && code <= 0xdfff;
      count = putCode(isLone ? 0xfffd : code, bytes, count);
    }
  }
  return bytes.slice(0, count);
}

function putCode(code: number, bytes: Uint8Array, at: number): number {
  if (code < 0x800) {
    bytes[at] = 0xc0 | (code >> 6);
    bytes[at + 1] = 0x80 | (code & 0x3f);
    return at + 2;
  }
  if (code < 0x10000) {
    bytes[at] = 0xe0 | (code >> 12);
    bytes[at + 1] = 0x80 | ((code >> 6) & 0x3f);
    bytes[at + 2] = 0x80 | (code & 0x3f);
    return at + 3;
  }
  bytes[at] = 0xf0 | (code >> 18);
  bytes[at + 1] = 0x80 | ((code >> 12) & 0x3f);
  bytes[at + 2] = 0x80 | ((code >> 6) & 0x3f);
  bytes[at + 3] = 0x80 | (code & 0x3f);
  return at + 4;
}
