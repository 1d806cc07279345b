/** Where in the program's own text one is: the innermost of its lines on the stack. */
import type { PlaceText } from './host.ts';

/** Programs get another, which takes longer. */
const PlainError = Error;
const ofProgram = /\bprogram\.js:(\d+:\d+)/;
const ofPrelude = /\bprelude\.js\b/;

export const placeIn = (stack: string): PlaceText => ofProgram.exec(stack)?.[1] ?? '';

/** Set while something is done late that a line of the program asked for earlier. */
let askedEarlier: PlaceText | null = null;

export const here = (): PlaceText => askedEarlier ?? placeIn(String(new PlainError().stack));

export function onBehalfOf<Result>(place: PlaceText, body: () => Result): Result {
  const before = askedEarlier;
  askedEarlier = place;
  try {
    return body();
  } finally {
    askedEarlier = before;
  }
}

const linesMax = 10;

/** A stack without the lines that are the sandbox's own affair: down to the program's last, at most. */
export function presentable(stack: string): string {
  const lines = stack.split('\n').filter((line) => line.trim() !== '' && !ofPrelude.test(line));
  const last = lines.findLastIndex((line) => ofProgram.test(line));
  return lines.slice(0, last < 0 ? linesMax : Math.min(last + 1, linesMax)).join('\n');
}
