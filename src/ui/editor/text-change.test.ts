import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeBetween } from './text-change.ts';

it('leaves alone what stays at both ends', () => {
  expect(changeBetween('{"a": 1, "b": 2}', '{"a": 15, "b": 2}')).toEqual({
    start: 7,
    end: 7,
    text: '5',
  });
});

it('is nothing between equal texts', () => {
  expect(changeBetween('same', 'same')).toBeNull();
});

it('makes the one text into the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after);
      const made =
        change === null
          ? before
          : before.slice(0, change.start) + change.text + before.slice(change.end);
      expect(made).toBe(after);
    }),
  );
});
