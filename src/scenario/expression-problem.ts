/**
 * What is plainly wrong with a regular expression. The broker reads them as Perl does, and this layer
 * has no engine to ask: what it lets pass the broker may still refuse, but never the other way round.
 */

/** What needs no second look: quoted and escaped characters; comments and brackets, with their ends. */
const inert =
  /\\Q[^]*?(?:\\E|$)|\\[^]|\(\?#[^)]*(\)|$)|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*(\]|$)/g;

/** Null where nothing is. */
export function expressionProblem(expression: string): string | null {
  // Extended expressions have comments of another kind.
  if (/\(\?[a-z-]*x/.test(expression)) return null;
  const rest = expression.replace(inert, (_, comment?: string, bracket?: string) => {
    if (comment === '') return '(';
    return bracket === '' ? '[' : comment === undefined ? 'a' : '';
  });
  if (rest.endsWith('\\')) return 'it ends in a backslash';
  if (rest.includes('[')) return 'a bracket is not closed';
  if (/(?:^|\|)[*+?]|\(\+/.test(rest)) return 'there is nothing to repeat';
  let open = 0;
  for (const character of rest) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return 'a parenthesis is closed that was not opened';
  }
  return open > 0 ? 'a parenthesis is not closed' : null;
}
