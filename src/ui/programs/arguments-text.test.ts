import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArguments, writeArguments } from './arguments-text.ts';

describe('the arguments of a program', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['kern.critical "A critical kernel error"', ['kern.critical', 'A critical kernel error']],
    [`it' is' one`, ['it is', 'one']],
    ['"" x', ['', 'x']],
    ['a\\ b "say \\"hi\\""', ['a b', 'say "hi"']],
  ])('are read from %s as a shell reads them', (text, list) => {
    expect(readArguments(text)).toEqual(list);
  });

  it('come back as they were from the line that they are written in', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 6 }), (list) => {
        expect(readArguments(writeArguments(list))).toEqual(list);
      }),
    );
  });
});
