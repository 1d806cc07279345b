import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Binding } from '../broker.ts';
import { profiles } from '../profile.ts';
import { splitWords, topic } from './topic.ts';

const bindingWith = (routingKey: string): Binding =>
  ({
    source: 't',
    destination: { kind: 'queue', name: routingKey },
    routingKey,
    arguments: {},
  }) as never;

function reached(bindingKeys: readonly string[], routingKey: string): readonly string[] {
  const index = bindingKeys.map(bindingWith).reduce(topic.with, topic.emptyIndex);
  const names = new Set<string>();
  const message = { routingKey, routingKeys: [routingKey], properties: {}, number: 1 };
  topic.route(index, message, ({ name }) => names.add(name), profiles['4.0'], {});
  return [...names].sort();
}

describe('a topic exchange', () => {
  it.each`
    bindingKey | routingKey   | matches  | because
    ${'a.b'}   | ${'a.b'}     | ${true}  | ${'words match themselves'}
    ${'a.b'}   | ${'A.b'}     | ${false} | ${'case matters'}
    ${'a.*'}   | ${'a.b'}     | ${true}  | ${'* is one word'}
    ${'a.*'}   | ${'a'}       | ${false} | ${'* is not none'}
    ${'a.*'}   | ${'a.b.c'}   | ${false} | ${'* is not two'}
    ${'a.*'}   | ${'a.'}      | ${true}  | ${'a word may be empty'}
    ${'*'}     | ${''}        | ${false} | ${'an empty key has no words'}
    ${'#'}     | ${''}        | ${true}  | ${'# may be none'}
    ${'a.#'}   | ${'a'}       | ${true}  | ${'# may be none, at the end too'}
    ${'#.z'}   | ${'a.b.z'}   | ${true}  | ${'# takes words from the front'}
    ${'#.b.#'} | ${'a.b.b.c'} | ${true}  | ${'the first # gives way to the second'}
    ${'a.#.*'} | ${'a'}       | ${false} | ${'# may be none, * still wants one'}
    ${'a..b'}  | ${'a..b'}    | ${true}  | ${'an empty word in the middle counts'}
    ${'a*.b'}  | ${'ax.b'}    | ${false} | ${'* inside a word is an ordinary character'}
  `('$bindingKey takes $routingKey: $matches, because $because', (row) => {
    const { bindingKey, routingKey, matches } = row as {
      bindingKey: string;
      routingKey: string;
      matches: boolean;
    };
    expect(reached([bindingKey], routingKey)).toEqual(matches ? [bindingKey] : []);
  });

  it('routes as the definition says, and explains the same', () => {
    const word = fc.constantFrom('a', 'b', '');
    const key = fc.array(word, { maxLength: 6 }).map((words) => words.join('.'));
    const pattern = fc
      .array(fc.oneof(word, fc.constantFrom('*', '#')), { maxLength: 6 })
      .map((words) => words.join('.'));
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { maxLength: 8 }), key, (bindingKeys, routingKey) => {
        const wanted = bindingKeys.filter((bindingKey) =>
          matchesByDefinition(splitWords(bindingKey), splitWords(routingKey)),
        );
        expect(reached(bindingKeys, routingKey)).toEqual(wanted.sort());
        const message = { routingKey, routingKeys: [routingKey], properties: {}, number: 1 };
        const explained = bindingKeys.filter(
          (bindingKey) =>
            topic.explain(topic.emptyIndex, bindingWith(bindingKey), message, profiles['4.0'], {})
              .matches,
        );
        expect(explained.sort()).toEqual(wanted.sort());
      }),
      { numRuns: 5_000 },
    );
  });

  it('forgets a binding that is removed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', '*', '#', 'a.b', 'a.#', '')), (keys) => {
        const bindings = keys.map(bindingWith);
        const full = bindings.reduce(topic.with, topic.emptyIndex);
        expect(bindings.reduce(topic.without, full)).toEqual(topic.emptyIndex);
      }),
    );
  });
});

/** The definition, word for word; slow, and plainly right. */
function matchesByDefinition(
  [part, ...parts]: readonly string[],
  words: readonly string[],
): boolean {
  if (part === undefined) return words.length === 0;
  const [word, ...others] = words;
  if (part === '#') {
    return (
      matchesByDefinition(parts, words) ||
      (word !== undefined && matchesByDefinition([part, ...parts], others))
    );
  }
  return (
    word !== undefined && (part === '*' || part === word) && matchesByDefinition(parts, others)
  );
}
