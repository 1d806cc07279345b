/** Refuses a permission that is no regular expression. */
import { patternProblem } from '../patterns/matches-pattern.ts';
import { invalidExpression } from './operator-error.ts';

/** What the broker says of an expression that it cannot read; null where it can. */
export function expressionProblem(expression: string): string | null {
  const problem = patternProblem(expression);
  return problem === null ? null : invalidExpression(expression, problem).message;
}

export function checkExpressions(expressions: readonly string[]): void {
  for (const expression of expressions) {
    const problem = patternProblem(expression);
    if (problem !== null) throw invalidExpression(expression, problem);
  }
}
