import { describe, expect, it } from 'vitest';
import { matchesPattern } from './condition.ts';

describe('matchesPattern', () => {
  it.each`
    pattern    | routingKey   | matches  | because
    ${'a.b'}   | ${'a.b'}     | ${true}  | ${'words match themselves'}
    ${'a.*'}   | ${'a.b'}     | ${true}  | ${'* is one word'}
    ${'a.*'}   | ${'a'}       | ${false} | ${'* is not none'}
    ${'#'}     | ${''}        | ${true}  | ${'# may be none'}
    ${'a.#'}   | ${'a.b.c'}   | ${true}  | ${'# may be many'}
    ${'#.b.#'} | ${'a.b.b.c'} | ${true}  | ${'the first # gives way to the second'}
    ${'a.#.*'} | ${'a'}       | ${false} | ${'# may be none, * still wants one'}
  `('$pattern, $routingKey: $matches, because $because', ({ pattern, routingKey, matches }) => {
    expect(matchesPattern(pattern, routingKey)).toBe(matches);
  });
});
