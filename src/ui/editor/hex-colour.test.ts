import { expect, it } from 'vitest';
import { inFull, mixed } from './hex-colour.ts';

it.each([
  ['#fff', '#ffffff'],
  ['#1b2430', '#1b2430'],
  ['#a0C', '#aa00CC'],
])('%s is %s', (short, full) => {
  expect(inFull(short)).toBe(full);
});

it('mixes two colours', () => {
  expect(mixed('#ff0000', 0.5, '#0000ff')).toBe('#800080');
  expect(mixed('#123456', 1, '#ffffff')).toBe('#123456');
});
