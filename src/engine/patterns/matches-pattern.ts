/**
 * Regular expressions as RabbitMQ reads them: those of Perl, matched anywhere in the subject, byte by
 * byte. They come from whoever wrote a scenario, so neither reading nor matching one may hang.
 */
import { hasGivenUp, matchNode } from './match-node.ts';
import type { Attempt } from './match-node.ts';
import { parsePattern } from './parse-pattern.ts';
import { PatternError } from './pattern-error.ts';
import type { PatternNode } from './pattern-node.ts';
import { utf8Bytes } from './utf8-bytes.ts';

/** How many expressions are kept taken apart; a broker has few of them and asks them often. */
const keptMax = 256;
const kept = new Map<string, PatternNode>();

/** What is wrong with an expression; null where nothing is. */
export function patternProblem(pattern: string): PatternError | null {
  try {
    nodeOf(pattern);
    return null;
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
}

/** The expression must have been found to be without a problem. */
export function matchesPattern(pattern: string, text: string): boolean {
  const node = nodeOf(pattern);
  const subject = utf8Bytes(text);
  const attempt: Attempt = { subject, captures: new Map(), steps: 0, depth: 0 };
  for (let at = 0; at <= subject.length; at++) {
    attempt.captures.clear();
    if (matchNode(node, attempt, at, () => true)) return !hasGivenUp(attempt);
    if (hasGivenUp(attempt)) return false;
  }
  return false;
}

function nodeOf(pattern: string): PatternNode {
  const known = kept.get(pattern);
  if (known !== undefined) return known;
  const node = parsePattern(pattern);
  if (kept.size >= keptMax) kept.clear();
  kept.set(pattern, node);
  return node;
}
