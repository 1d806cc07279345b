import { expect, it } from 'vitest';
import { tickText, timelineSpan, timelineTicks } from './time-scale.ts';

it.each`
  reachedMs      | spanMs
  ${0}           | ${15_000}
  ${13_000}      | ${15_000}
  ${14_500}      | ${30_000}
  ${3_500_000}   | ${7_200_000}
  ${200_000_000} | ${259_200_000}
`('a run of $reachedMs ms is shown on $spanMs ms', ({ reachedMs, spanMs }) => {
  expect(timelineSpan(reachedMs)).toBe(spanMs);
});

it('has as many ticks as can be read', () => {
  for (const span of [15_000, 30_000, 60_000, 300_000, 3_600_000, 86_400_000, 259_200_000]) {
    const ticks = timelineTicks(span);
    expect(ticks.length).toBeGreaterThan(2);
    expect(ticks.length).toBeLessThanOrEqual(8);
  }
});

it.each([
  [5_000, '5 s'],
  [90_000, '1:30'],
  [600_000, '10:00'],
  [7_200_000, '2 h'],
])('%i ms is %s on the ruler', (ms, text) => {
  expect(tickText(ms)).toBe(text);
});
