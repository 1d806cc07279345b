import { describe, expect, it } from 'vitest';
import { expressionProblem } from './expression-problem.ts';

describe('a regular expression', () => {
  it.each([
    ['(', 'a parenthesis is not closed'],
    ['a)', 'a parenthesis is closed that was not opened'],
    ['[a-', 'a bracket is not closed'],
    ['[a\\]', 'a bracket is not closed'],
    ['[]', 'a bracket is not closed'],
    ['*', 'there is nothing to repeat'],
    ['a|+', 'there is nothing to repeat'],
    ['a\\', 'it ends in a backslash'],
    ['(?#never over', 'a parenthesis is not closed'],
  ])('%s is wrong', (expression, problem) => {
    expect(expressionProblem(expression)).toBe(problem);
  });

  it.each([
    '',
    '.*',
    '^orders\\.',
    '^(a|b)+$',
    '[]a]',
    '[^]*]+',
    '[[:alpha:]()]',
    '\\(\\[\\*',
    '\\Q(*[\\E',
    'a++(?>b)(?i)C',
    '(?#a comment [)b',
    '(?x) a # (not a group\n',
    '{username}-.*',
  ])('%s may be meant so', (expression) => {
    expect(expressionProblem(expression)).toBeNull();
  });

  it('comes to an end, however it is made', () => {
    for (const part of ['[', '[[:a:]', '(?#', '\\Q', '(', '[a\\]']) {
      expect(() => expressionProblem(part.repeat(1_000 / part.length))).not.toThrow();
    }
  });
});
