/**
 * The text inside a link, read with suspicion: a stranger wrote it. The data are plain, of bounded
 * depth and number, and hold no name that JavaScript gives a meaning of its own.
 */
import { valuesLeft } from './document-bounds.ts';

/** Deeper than any document that makes sense. */
const depthMax = 64;
/** More than there are in any document, for what was done in its run. */
const valuesMax = 400_000;

export type SharedText =
  | { readonly ok: true; readonly data: unknown }
  | {
      readonly ok: false;
      readonly reason: 'no-json' | 'too-deep' | 'too-large' | 'forbidden-name';
    };

/** Never throws. */
export function readSharedText(text: string): SharedText {
  // Before parsing: a parser may well recurse.
  if (isTooDeep(text)) return { ok: false, reason: 'too-deep' };
  try {
    const data: unknown = JSON.parse(text);
    if (valuesLeft(data, valuesMax) < 0) return { ok: false, reason: 'too-large' };
    return holdsForbiddenName(data) ? { ok: false, reason: 'forbidden-name' } : { ok: true, data };
  } catch {
    return { ok: false, reason: 'no-json' };
  }
}

/** One pass, whatever the text is: a pattern could be made to look at it again and again. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isInString) {
      if (character === '\\') index += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') {
      isInString = true;
    } else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > depthMax) return true;
    } else if (character === ']' || character === '}') {
      depth -= 1;
    }
  }
  return false;
}

function holdsForbiddenName(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if (!Array.isArray(data) && Object.hasOwn(data, '__proto__')) return true;
  return Object.values(data).some(holdsForbiddenName);
}
