/** What a check found wrong, in words for the person who wrote the document. */
import * as v from 'valibot';
import type { ScenarioProblem } from './scenario-problem.ts';

type Issue = v.BaseIssue<unknown>;

export function describeIssue(issue: Issue): ScenarioProblem {
  const path = v.getDotPath(issue) ?? '';
  const inner = innermost(issue);
  if (inner === undefined) return { path, message: describe(issue) };
  const { path: rest, message } = describeIssue(inner);
  return { path: [path, rest].filter((part) => part !== '').join('.'), message };
}

/** Of what may be several things, the one that was meant is the one that fits furthest. */
function innermost(issue: Issue): Issue | undefined {
  const issues: readonly Issue[] = issue.issues ?? [];
  const depthOf = ({ path }: Issue): number => path?.length ?? 0;
  const [deepest] = [...issues].sort((one, other) => depthOf(other) - depthOf(one));
  const isInside = deepest !== undefined && (depthOf(deepest) > 0 || deepest.kind === 'validation');
  return isInside ? deepest : undefined;
}

function describe(issue: Issue): string {
  const { type, expected, received } = issue;
  if (type === 'strict_object' && expected === 'never') {
    return `There is no field ${quoted(received)} here.`;
  }
  if (issue.kind === 'validation') return describeBound(issue);
  if (received === 'undefined') return 'This is missing.';
  return `Expected ${wordsFor(expected ?? '')}, got ${wordsFor(received)}.`;
}

function describeBound({ type, requirement, input, message }: Issue): string {
  const bound = String(requirement);
  switch (type) {
    case 'max_length':
      return Array.isArray(input)
        ? `There are ${input.length} of these; ${bound} are the most.`
        : `This text is too long: ${bound} characters are the most.`;
    case 'max_bytes':
      return `This text is too long: AMQP allows ${bound} bytes.`;
    case 'min_length':
      return 'This may not be empty.';
    case 'max_value':
      return `This is at most ${bound}.`;
    case 'min_value':
      return `This is at least ${bound}.`;
    case 'integer':
      return 'This is a whole number.';
    case 'finite':
      return 'This number is too large.';
    default:
      return message;
  }
}

/** `("direct" | "fanout")` reads `'direct' or 'fanout'`, `Object` reads `an object`. */
function wordsFor(types: string): string {
  const words = types
    .replace(/^\((.*)\)$/, '$1')
    .split(' | ')
    .map((type) => typeWords.get(type) ?? quoted(type));
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} or ${last}`;
}

const typeWords: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['Object', 'an object'],
  ['Array', 'a list'],
  ['null', 'null'],
]);

const quoted = (type: string): string => {
  const text = type.replace(/^"(.*)"$/s, '$1');
  return text === type ? type : `'${text.length > 60 ? `${text.slice(0, 59)}…` : text}'`;
};
