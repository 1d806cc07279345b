/** Reply texts as the wire has room for them: 255 bytes, the last three of a longer one an ellipsis. */
import { bytesOf, textBetween } from '#base';

const most = 255;

export function cutReplyText(text: string): string {
  // A character is at most three bytes for each of its units.
  if (text.length * 3 <= most) return text;
  const bytes = bytesOf(text);
  return bytes.length <= most ? text : `${textBetween(bytes, 0, most - 3)}...`;
}
