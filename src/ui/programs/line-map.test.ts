import { describe, expect, it } from 'vitest';
import { lineIn } from './line-map.ts';

describe('lineIn', () => {
  const runs = 'a\nb\nc\nd';

  it('leaves lines where they are as long as nothing was written', () => {
    expect([1, 2, 3, 4].map((line) => lineIn(runs, runs, line))).toEqual([1, 2, 3, 4]);
  });

  it('moves what stands behind a change, and loses what was changed', () => {
    expect([1, 2, 3, 4].map((line) => lineIn('a\nx\ny\nc\nd', runs, line))).toEqual([
      1,
      null,
      4,
      5,
    ]);
    expect([1, 2, 3, 4].map((line) => lineIn('a\nd', runs, line))).toEqual([1, null, null, 2]);
    expect([1, 2, 3, 4].map((line) => lineIn(`new\n${runs}`, runs, line))).toEqual([2, 3, 4, 5]);
  });
});
