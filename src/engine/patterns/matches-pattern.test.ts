import { describe, expect, it } from 'vitest';
import { matchesPattern, patternProblem } from './matches-pattern.ts';

describe('a pattern', () => {
  it.each([
    ['log', 'my-log-queue', true],
    ['log', 'LOG', false],
    ['(?i)log', 'my LOG', true],
    ['a(?i:b)c', 'aBc', true],
    ['a(?i:b)c', 'aBC', false],
    ['^$', '', true],
    ['^$', 'a', false],
    ['', 'anything', true],
    ['.*', '', true],
    ['^(Q1|Q2)$', 'Q2', true],
    ['^(Q1|Q2)$', 'Q21', false],
    ['^amq\\.', 'amq.direct', true],
    ['^amq\\.', 'amqXdirect', false],
    ['^[a-c]{2,3}$', 'abc', true],
    ['^[a-c]{2,3}$', 'abca', false],
    ['^[^a-c]+$', 'xyz', true],
    ['^[]a]+$', 'a]', true],
    ['^[a-]+$', '-a', true],
    ['^[[:alpha:]_]+$', 'a_b', true],
    ['^\\w+-\\d+$', 'orders-12', true],
    ['^(?!amq\\.).*', 'amq.gen', false],
    ['^(?!amq\\.).*', 'orders', true],
    ['(?<=a)b$', 'ab', true],
    ['(?<!a)b$', 'ab', false],
    ['^(.)\\1$', 'aa', true],
    ['^(.)\\1$', 'ab', false],
    ['^a++a$', 'aaa', false],
    ['^a*?$', 'aaa', true],
    ['^\\Qa.b\\E$', 'a.b', true],
    ['^\\Qa.b\\E$', 'axb', false],
    ['^(?x) a b # both\n$', 'ab', true],
    ['a{,2}', 'a{,2}', true],
    ['^a$', 'a\n', true],
    ['^a\\z', 'a\n', false],
    ['\\bgen\\b', 'amq.gen-1', true],
    ['^(a|ab)(c|bcd)$', 'abcd', true],
    ['^(?:a?){3}a{3}$', 'aaa', true],
    ['^(){5}$', '', true],
    // Bytes, as RabbitMQ has it: an umlaut is two.
    ['^..$', 'ä', true],
    ['^ä$', 'ä', true],
  ])('%s on %j: %s', (pattern, text, isMatch) => {
    expect(patternProblem(pattern)).toBeNull();
    expect(matchesPattern(pattern, text)).toBe(isMatch);
  });

  it.each([
    ['(', 'missing )', 1],
    ['(abc', 'missing )', 4],
    ['abc)', 'unmatched parentheses', 3],
    ['*a', 'nothing to repeat', 0],
    ['a[b-d', 'missing terminating ] for character class', 5],
    ['a[b-a]', 'range out of order in character class', 4],
    ['a{37,17}', 'numbers out of order in {} quantifier', 7],
    ['(?z)abc', 'unrecognized character after (? or (?-', 2],
    ['\\', '\\ at end of pattern', 1],
    ['(a)\\2', 'reference to non-existent subpattern', 5],
    ['(?<=a+)b', 'lookbehind assertion is not fixed length', 6],
  ])('%s is refused: %s at %d', (pattern, problem, offset) => {
    const found = patternProblem(pattern);
    expect([found?.message, found?.offset]).toEqual([problem, offset]);
  });

  it.each(['^(a+)+$', '^(a|a)*$', '^(a*)*$', '(.*)*x', '^(([a-z])+.)+[A-Z]$', '(?:){65535}x'])(
    '%s gives up where it would take for ever',
    (pattern) => {
      expect(patternProblem(pattern)).toBeNull();
      expect(matchesPattern(pattern, `${'a'.repeat(254)}!`)).toBe(false);
    },
  );

  it('is not read if it is very long or deep', () => {
    expect(patternProblem('a'.repeat(1001))?.message).toBe('regular expression is too large');
    expect(patternProblem('('.repeat(200))?.message).toBe('parentheses are too deeply nested');
  });

  it('survives the longest of patterns and of names', () => {
    expect(matchesPattern('a?'.repeat(500), 'a'.repeat(500))).toBe(true);
    expect(matchesPattern('(a|b)*', 'ab'.repeat(5000))).toBeTypeOf('boolean');
    expect(matchesPattern('(?:(?:(?:a*)*)*)*$', 'a'.repeat(255))).toBeTypeOf('boolean');
  });
});
