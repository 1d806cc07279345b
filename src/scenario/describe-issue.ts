/** What a check found wrong, in words for the person who wrote the document. */
import * as v from 'valibot';
import type { ScenarioProblem } from './scenario-problem.ts';

export function describeIssue(issue: v.BaseIssue<unknown>): ScenarioProblem {
  return { path: v.getDotPath(issue) ?? '', message: describe(issue) };
}

function describe(issue: v.BaseIssue<unknown>): string {
  const { type, expected, received, requirement } = issue;
  const isMissing = received === 'undefined';
  if (isMissing) return 'This is missing.';
  if (type === 'strict_object' && expected === 'never') {
    return `There is no field ${received} here.`;
  }
  switch (type) {
    case 'max_length':
      return `This is too long: at most ${String(requirement)}.`;
    case 'min_length':
      return 'This may not be empty.';
    case 'max_value':
      return `This is at most ${String(requirement)}.`;
    case 'min_value':
      return `This is at least ${String(requirement)}.`;
    case 'integer':
      return 'This is a whole number.';
    default:
      return `Expected ${expected ?? 'something else'}, got ${received}.`;
  }
}
