/**
 * Chance, made repeatable.
 *
 * A stream is a value: drawing from it gives a number and the stream that comes next. Each client of
 * a run draws from a stream of its own, so that adding a publisher to a scenario does not change
 * what the others do.
 *
 * Everything here is whole numbers, or sums, products and quotients of doubles, which come out alike
 * in every JavaScript engine. `Math.log` and its like do not have to.
 */
import { assert } from '#base';

export interface RandomStream {
  readonly state: number;
}

type Drawn<Value> = readonly [Value, RandomStream];

const span = 2 ** 32;

/** The stream that belongs to `name` in every run with this seed. */
export function randomStream(seed: number, name: string): RandomStream {
  let state = (seed ^ 0x811c9dc5) | 0;
  for (const character of name)
    state = Math.imul(state ^ (character.codePointAt(0) as number), 0x01000193);
  return { state };
}

/** 32 random bits, as a whole number from 0. */
function drawBits({ state }: RandomStream): Drawn<number> {
  const next = (state + 0x9e3779b9) | 0;
  let bits = Math.imul(next ^ (next >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return [(bits ^ (bits >>> 15)) >>> 0, { state: next }];
}

/** A whole number from 0 up to but not including `bound`. */
export function drawInteger(stream: RandomStream, bound: number): Drawn<number> {
  assert(Number.isInteger(bound) && bound > 0 && bound <= 2 ** 48, `cannot draw below ${bound}`);
  const [bits, next] = drawBits(stream);
  return [Math.floor((bits / span) * bound), next];
}

/** A whole number from `min` to `max`, both included. */
export function drawBetween(stream: RandomStream, min: number, max: number): Drawn<number> {
  if (max <= min) return [min, stream];
  const [drawn, next] = drawInteger(stream, max - min + 1);
  return [min + drawn, next];
}

/** True in so many of all cases, from 0 to 1. What is certain is not left to chance. */
export function drawChance(stream: RandomStream, chance: number): Drawn<boolean> {
  if (chance >= 1) return [true, stream];
  if (chance <= 0) return [false, stream];
  const [bits, next] = drawBits(stream);
  return [bits < chance * span, next];
}

/** The index of one of `weights`, each as likely as it is heavy; any of them if all are 0. */
export function drawWeighted(stream: RandomStream, weights: readonly number[]): Drawn<number> {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return drawInteger(stream, weights.length);
  const [bits, next] = drawBits(stream);
  let rest = (bits / span) * total;
  const index = weights.findIndex((weight) => (rest -= weight) < 0);
  return [index === -1 ? weights.length - 1 : index, next];
}

/** How long until the next of events that come independently of one another, `mean` apart. */
export function drawExponential(stream: RandomStream, mean: number): Drawn<number> {
  const [bits, next] = drawBits(stream);
  return [-naturalLogarithm((bits + 0.5) / span) * mean, next];
}

/** Of a number above 0 and up to 1. */
export function naturalLogarithm(x: number): number {
  let mantissa = x;
  let halvings = 0;
  while (mantissa < 0.75) {
    mantissa *= 2;
    halvings++;
  }
  // ln m = 2 artanh((m - 1) / (m + 1)), whose series converges fast for m near 1.
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let odd = 21; odd >= 1; odd -= 2) sum = sum * square + 1 / odd;
  return 2 * ratio * sum - halvings * Math.LN2;
}
