import { describe, expect, it } from 'vitest';
import { benchSeek } from './bench-seek.ts';

describe('benchSeek', () => {
  it('measures with the clock that it is given', () => {
    let ticks = 0;
    const measurements = benchSeek(() => ++ticks, { untilMs: 3_000, visitCount: 5 });
    expect(measurements).toEqual([
      { name: 'play to the end', medianMs: 1, maxMs: 1 },
      { name: 'seek anywhere', medianMs: 1, maxMs: 1 },
      { name: 'one frame forward', medianMs: 1, maxMs: 1 },
    ]);
  });
});
