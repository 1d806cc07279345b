import { expect, it } from 'vitest';
import { stepTicks, tickText, timelineSpan, timelineTicks } from './time-scale.ts';

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

it('a script is shown on its own time, until it goes on beyond that', () => {
  const spanMs = timelineSpan(100, 640);
  expect(spanMs).toBeGreaterThan(640);
  expect(spanMs).toBeLessThan(1_000);
  expect(timelineSpan(640, 640)).toBe(spanMs);
  expect(timelineSpan(641, 640)).toBe(15_000);
});

it('the steps of a script have their numbers, as far as they can be told apart', () => {
  expect(stepTicks([100, 180, 181, 400], 700)).toEqual([
    { at: 100, text: '1' },
    { at: 180, text: '2' },
    { at: 400, text: '4' },
  ]);
});
