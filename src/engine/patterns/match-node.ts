/**
 * Tries a regular expression at a place of a subject, by backtracking: a part gets what is to follow
 * it and answers whether both match.
 *
 * Backtracking may take longer than anybody lives. RabbitMQ gives up after so many steps and takes
 * the subject for one that does not match; so do we, only sooner.
 */
import { otherCase, wordBytes } from './byte-sets.ts';
import type { PatternNode, Place } from './pattern-node.ts';
import { widthOf } from './pattern-node.ts';

const stepsMax = 50_000;
/** Rounds of repetitions inside one another; keeps the stack in bounds. */
const depthMax = 800;

export interface Attempt {
  readonly subject: readonly number[];
  /** From where to where each capture reaches, by number. */
  readonly captures: Map<number, readonly [from: number, to: number]>;
  steps: number;
  depth: number;
}

type Next = (at: number) => boolean;

export const hasGivenUp = ({ steps, depth }: Attempt): boolean =>
  steps > stepsMax || depth > depthMax;

export function matchNode(node: PatternNode, attempt: Attempt, at: number, next: Next): boolean {
  attempt.steps += 1;
  if (hasGivenUp(attempt)) return false;
  switch (node.type) {
    case 'byte': {
      const byte = attempt.subject[at];
      return byte !== undefined && node.of[byte] === 1 && next(at + 1);
    }
    case 'place':
      return isAt(node.place, attempt.subject, at) && next(at);
    case 'sequence':
      return matchSequence(node.parts, 0, attempt, at, next);
    case 'choice':
      return node.options.some((option) => matchNode(option, attempt, at, next));
    case 'repeat':
      return matchRepeat(node, attempt, 0, at, next);
    case 'capture':
      return matchCapture(node, attempt, at, next);
    case 'repetition-of':
      return matchRepetition(node, attempt, at, next);
    case 'atomic': {
      const end = endOf(node.part, attempt, at);
      return end !== null && next(end);
    }
    case 'look':
      return looksSo(node, attempt, at) !== node.isNegative && next(at);
  }
}

function matchSequence(
  parts: readonly PatternNode[],
  index: number,
  attempt: Attempt,
  at: number,
  next: Next,
): boolean {
  let place = at;
  for (let number = index; number < parts.length; number++) {
    const part = parts[number] as PatternNode;
    if (part.type !== 'byte') {
      return matchNode(part, attempt, place, (end) =>
        matchSequence(parts, number + 1, attempt, end, next),
      );
    }
    // Most of a name is letters in a row: they need no stack.
    attempt.steps += 1;
    const byte = attempt.subject[place];
    if (byte === undefined || part.of[byte] !== 1) return false;
    place += 1;
  }
  return next(place);
}

type Repeat = Extract<PatternNode, { type: 'repeat' }>;

function matchRepeat(
  node: Repeat,
  attempt: Attempt,
  count: number,
  at: number,
  next: Next,
): boolean {
  const { part, min, max, isGreedy } = node;
  const again = (): boolean => {
    if (count >= max) return false;
    attempt.depth += 1;
    const isMatch = matchNode(part, attempt, at, (end) => {
      if (end !== at) return matchRepeat(node, attempt, count + 1, end, next);
      // A round of nothing says nothing new; as many as are wanted may be thought of.
      return count < min && matchRepeat(node, attempt, min, end, next);
    });
    if (!hasGivenUp(attempt)) attempt.depth -= 1;
    return isMatch;
  };
  if (count < min) return again();
  return isGreedy ? again() || next(at) : next(at) || again();
}

function matchCapture(
  { number, part }: Extract<PatternNode, { type: 'capture' }>,
  attempt: Attempt,
  at: number,
  next: Next,
): boolean {
  const before = attempt.captures.get(number);
  return matchNode(part, attempt, at, (end) => {
    attempt.captures.set(number, [at, end]);
    if (next(end)) return true;
    if (before === undefined) attempt.captures.delete(number);
    else attempt.captures.set(number, before);
    return false;
  });
}

function matchRepetition(
  { number, ignoresCase }: Extract<PatternNode, { type: 'repetition-of' }>,
  { captures, subject }: Attempt,
  at: number,
  next: Next,
): boolean {
  const captured = captures.get(number);
  if (captured === undefined) return false;
  const bytes = subject.slice(...captured);
  const isSame = bytes.every((byte, index) => {
    const other = subject[at + index];
    return other === byte || (ignoresCase && other === otherCase(byte));
  });
  return isSame && next(at + bytes.length);
}

/** Where the part ends in the first way in which it matches. */
function endOf(part: PatternNode, attempt: Attempt, at: number): number | null {
  let end: number | null = null;
  matchNode(part, attempt, at, (place) => {
    end = place;
    return true;
  });
  return end;
}

function looksSo(
  { isAhead, part }: Extract<PatternNode, { type: 'look' }>,
  attempt: Attempt,
  at: number,
): boolean {
  if (isAhead) return endOf(part, attempt, at) !== null;
  const options = part.type === 'choice' ? part.options : [part];
  return options.some((option) => {
    const start = at - (widthOf(option) as number);
    return start >= 0 && endOf(option, attempt, start) !== null;
  });
}

function isAt(place: Place, subject: readonly number[], at: number): boolean {
  const { length } = subject;
  switch (place) {
    case 'subject-start':
      return at === 0;
    case 'very-end':
      return at === length;
    case 'subject-end':
      return at === length || (at === length - 1 && subject[at] === 0x0a);
    case 'line-start':
      return at === 0 || (subject[at - 1] === 0x0a && at < length);
    case 'line-end':
      return at === length || subject[at] === 0x0a;
    case 'word-boundary':
      return isWordAt(subject, at - 1) !== isWordAt(subject, at);
    case 'no-word-boundary':
      return isWordAt(subject, at - 1) === isWordAt(subject, at);
  }
}

const isWordAt = (subject: readonly number[], at: number): boolean =>
  wordBytes[subject[at] ?? 0] === 1;
