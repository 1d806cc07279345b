/**
 * How many bytes a body has: text goes over the wire as UTF-8. A byte that is no part of any character
 * is a lone surrogate from U+DC80 to U+DCFF (base/text-bytes.ts).
 *
 * https://www.rabbitmq.com/docs/maxlength
 */
export function byteLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    if (unit < 0x800) length += 1;
    else if (unit < 0xd800 || unit > 0xdfff) length += 2;
    else if (isPair(text, index)) {
      // Four bytes, and each half counts once already.
      length += 2;
      index++;
    } else if (unit < 0xdc80 || unit > 0xdcff) length += 2;
  }
  return length;
}

function isPair(text: string, index: number): boolean {
  const [high, low] = [text.charCodeAt(index), text.charCodeAt(index + 1)];
  return high < 0xdc00 && low >= 0xdc00 && low <= 0xdfff;
}
