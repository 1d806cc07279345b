import { describe, expect, it } from 'vitest';
import { Countdown } from './countdown.ts';

describe('a countdown', () => {
  it('counts from the last tick before it was started', () => {
    const countdown = new Countdown();
    countdown.tick(5_000);
    countdown.start(1_000);
    expect([5_999, 6_000, 6_001].map((now) => countdown.tick(now))).toEqual([false, true, false]);
  });

  it('counts from the first tick where there was none before', () => {
    const countdown = new Countdown();
    countdown.start(1_000);
    expect([70_000, 70_999, 71_000].map((now) => countdown.tick(now))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('starts anew, and stops', () => {
    const countdown = new Countdown();
    countdown.tick(0);
    countdown.start(1_000);
    countdown.start(2_000);
    expect(countdown.tick(1_500)).toBe(false);
    countdown.stop();
    expect(countdown.tick(9_000)).toBe(false);
  });
});
