import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#engine';
import { busynessUntil, busynessWith, noBusyness } from './busyness.ts';

const at = (ms: number): Instant => ms as Instant;

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

describe('busyness', () => {
  it('loses no count, however long the run and however few the parts', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 300 }), (spans, parts) => {
        let busyness = noBusyness;
        let now = 0;
        for (const [index, span] of spans.entries()) {
          now += span;
          busyness = busynessWith(busyness, at(now), index + 1);
        }
        const total = (spans.length * (spans.length + 1)) / 2;
        expect(busyness.past.length).toBeLessThan(1024);
        expect(sum([...busyness.past, busyness.current])).toBe(total);
        expect(sum(busynessUntil(busyness, at(now + 1), parts))).toBeCloseTo(total, 6);
      }),
    );
  });

  it('tells which part of the time was busy', () => {
    let busyness = noBusyness;
    for (const ms of [100, 120, 900, 4_990]) busyness = busynessWith(busyness, at(ms), 1);
    expect(busynessUntil(busyness, at(5_000), 5)).toEqual([3, 0, 0, 0, 1]);
    expect(busynessUntil(noBusyness, at(0), 3)).toEqual([0, 0, 0]);
  });

  it('takes a jump over hours in one go', () => {
    const late = busynessWith(noBusyness, at(100 * 3_600_000), 2);
    expect(late.past.length).toBeLessThan(1024);
    expect(busynessUntil(late, at(100 * 3_600_000 + 1), 10).at(-1)).toBeCloseTo(2);
  });
});
