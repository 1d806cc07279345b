import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expressionProblem } from '#engine';
import { checkScenario } from '#scenario';

const pieces =
  'a . * + ? | ( ) [ ] ^ $ \\ - {2} { } # (?: (?# (?i) (?x) (?= (?<! \\Q \\E [:alpha:] [^ é';
const piece = fc.constantFrom(...pieces.split(' '), '\n');
const expression = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const isRefused = (pattern: string): boolean =>
  !checkScenario({ version: 1, policies: [{ name: 'p', pattern, definition: {} }] }).ok;

it('A document refuses no regular expression that the broker takes.', () => {
  let refusedCount = 0;
  fc.assert(
    fc.property(expression, (pattern) => {
      if (!isRefused(pattern)) return;
      refusedCount += 1;
      expect(expressionProblem(pattern), pattern).not.toBeNull();
    }),
    { numRuns: 5_000 },
  );
  expect(refusedCount).toBeGreaterThan(500);
});
