import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawBetween,
  drawChance,
  drawExponential,
  drawInteger,
  drawWeighted,
  naturalLogarithm,
  randomStream,
} from './random.ts';
import type { RandomStream } from './random.ts';

/** Draws so often, and gives what came. */
function draws<Value>(
  count: number,
  draw: (stream: RandomStream) => readonly [Value, RandomStream],
): Value[] {
  let stream = randomStream(7, 'test');
  return Array.from({ length: count }, () => {
    const [value, next] = draw(stream);
    stream = next;
    return value;
  });
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('random streams', () => {
  it('give the same for the same seed and name, and something else for another', () => {
    const first = (seed: number, name: string) => drawInteger(randomStream(seed, name), 2 ** 32)[0];
    expect(first(1, 'shop')).toBe(first(1, 'shop'));
    const others = [first(1, 'shop'), first(2, 'shop'), first(1, 'shop-2'), first(1, 'pohs')];
    expect(new Set(others).size).toBe(4);
  });

  it('draw whole numbers evenly', () => {
    const counts = [0, 0, 0, 0, 0];
    for (const drawn of draws(20_000, (stream) => drawInteger(stream, 5)))
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    for (const count of counts) expect(Math.abs(count - 4_000)).toBeLessThan(200);
  });

  it('draw between bounds that are both included', () => {
    const drawn = new Set(draws(1_000, (stream) => drawBetween(stream, 3, 6)));
    expect(drawn).toEqual(new Set([3, 4, 5, 6]));
    expect(drawBetween(randomStream(1, ''), 4, 4)[0]).toBe(4);
  });

  it('leave to chance only what is not certain', () => {
    const stream = randomStream(1, 'a');
    expect(drawChance(stream, 1)).toEqual([true, stream]);
    expect(drawChance(stream, 0)).toEqual([false, stream]);
    const hits = draws(10_000, (one) => drawChance(one, 0.3)).filter(Boolean).length;
    expect(Math.abs(hits - 3_000)).toBeLessThan(200);
  });

  it('draw by weight, and evenly where nothing weighs anything', () => {
    const counts = [0, 0, 0];
    for (const drawn of draws(12_000, (stream) => drawWeighted(stream, [3, 0, 1])))
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    expect(counts[1]).toBe(0);
    expect(Math.abs((counts[0] ?? 0) - 9_000)).toBeLessThan(250);
    expect(new Set(draws(100, (stream) => drawWeighted(stream, [0, 0])))).toEqual(new Set([0, 1]));
  });

  it('space independent events by their mean', () => {
    const gaps = draws(20_000, (stream) => drawExponential(stream, 50));
    expect(Math.abs(meanOf(gaps) - 50)).toBeLessThan(1.5);
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    // Of exponential gaps, a part of 1/e is longer than the mean.
    const longer = gaps.filter((gap) => gap > 50).length / gaps.length;
    expect(Math.abs(longer - Math.exp(-1))).toBeLessThan(0.02);
  });
});

describe('naturalLogarithm', () => {
  it('is the logarithm, up to the last bits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1, noNaN: true }), (x) => {
        expect(Math.abs(naturalLogarithm(x) - Math.log(x))).toBeLessThan(1e-12);
      }),
    );
  });
});
