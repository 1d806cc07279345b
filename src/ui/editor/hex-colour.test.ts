import { expect, it } from 'vitest';
import { inFull } from './hex-colour.ts';

it.each([
  ['#fff', '#ffffff'],
  ['#1b2430', '#1b2430'],
  ['#a0C', '#aa00CC'],
])('%s is %s', (short, full) => {
  expect(inFull(short)).toBe(full);
});
