import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locatePath } from './locate-path.ts';

const text = `{
  "title": "A \\"quoted\\" title, with [brackets] and {braces}",
  "queues": [
    { "name": "first" },
    { "name": "second", "arguments": { "x.y": 5, "x-message-ttl": 500 } }
  ],
  "seed": 7
}
`;

const at = (path: string, of = text): string => {
  const { start, end } = locatePath(of, path);
  return of.slice(start, end);
};

describe('locatePath', () => {
  it.each([
    ['seed', '7'],
    ['queues.0.name', '"first"'],
    ['queues.1.name', '"second"'],
    ['queues.1.arguments.x-message-ttl', '500'],
    ['title', '"A \\"quoted\\" title, with [brackets] and {braces}"'],
  ])('finds %s', (path, value) => {
    expect(at(path)).toBe(value);
  });

  it('shows the beginning of what is long', () => {
    expect(at('queues')).toBe('[');
    expect(at('queues.0')).toBe('{ "name": "first" }');
    expect(at('')).toBe('{');
  });

  it('goes as far as there is something', () => {
    expect(at('queues.1.durable')).toBe(at('queues.1'));
    expect(at('queues.9.name')).toBe('[');
    expect(at('nothing.like.it')).toBe('{');
  });

  it('always gives a place in the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (anything, path) => {
        const { start, end } = locatePath(anything, path);
        expect(end).toBeGreaterThan(start);
        expect(start).toBeLessThanOrEqual(anything.length);
      }),
    );
  });

  it('finds every value of every document', () => {
    const key = fc
      .string({ minLength: 1 })
      .filter((name) => !name.includes('.') && name !== '__proto__');
    const value = fc.oneof(fc.integer(), fc.string(), fc.boolean());
    fc.assert(
      fc.property(fc.dictionary(key, fc.array(value), { noNullPrototype: true }), (document) => {
        const written = JSON.stringify(document, null, 2);
        for (const [name, list] of Object.entries(document)) {
          for (const [index, item] of list.entries()) {
            expect(at(`${name}.${index}`, written)).toBe(JSON.stringify(item));
          }
        }
      }),
    );
  });
});
