/** Refuses a permission that is no regular expression. */
import { patternProblem } from '../patterns/matches-pattern.ts';
import { invalidExpression } from './operator-error.ts';

export function checkExpressions(expressions: readonly string[]): void {
  for (const expression of expressions) {
    const problem = patternProblem(expression);
    if (problem !== null) throw invalidExpression(expression, problem);
  }
}
