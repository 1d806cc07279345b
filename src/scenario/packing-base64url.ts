/** Bytes as text that may stand in an address: base64 with - and _, without padding (RFC 4648, 5). */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map(digits.split('').map((digit, value) => [digit, value]));

export function toBase64url(bytes: Uint8Array): string {
  const text: string[] = [];
  let bits = 0;
  let bitCount = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    bitCount += 8;
    while (bitCount >= 6) {
      bitCount -= 6;
      text.push(digits.charAt((bits >>> bitCount) & 63));
    }
    bits &= (1 << bitCount) - 1;
  }
  if (bitCount > 0) text.push(digits.charAt((bits << (6 - bitCount)) & 63));
  return text.join('');
}

/** The bytes; null where the text is not what toBase64url writes. */
export function fromBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let bitCount = 0;
  let length = 0;
  for (const digit of text) {
    const value = values.get(digit);
    if (value === undefined) return null;
    bits = (bits << 6) | value;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    bytes[length++] = (bits >>> bitCount) & 255;
    bits &= (1 << bitCount) - 1;
  }
  return bits === 0 ? bytes : null;
}
