/**
 * How many bytes a body has: text goes over the wire as UTF-8.
 *
 * https://www.rabbitmq.com/docs/maxlength
 */
export function byteLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    // A pair of surrogates is four bytes, and each of the two counts once already.
    length += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return length;
}
