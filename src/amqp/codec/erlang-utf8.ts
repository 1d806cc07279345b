/**
 * What passes for UTF-8 with RabbitMQ, whose check is more generous than the standard: halves of
 * surrogate pairs are characters to it, and so is what lies beyond U+10FFFF.
 */
export function passesForUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    const length = lengthOfCharacter(bytes, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** The least character that needs so many bytes. */
const leasts = [0, 0, 0x80, 0x800, 0x10000];

function lengthOfCharacter(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf8 ? 0 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 0;
  let code = lead & (0xff >> (length + 1));
  for (let index = 1; index < length; index++) {
    const next = bytes[at + index] ?? 0;
    if ((next & 0xc0) !== 0x80) return 0;
    code = (code << 6) | (next & 0x3f);
  }
  return code < (leasts[length] as number) ? 0 : length;
}
