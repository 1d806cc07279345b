import { describe, expect, it } from 'vitest';
import { millis, runStart } from '#engine';
import type { Instant } from '#engine';
import { Rate } from './rate.ts';
import { deliveries, publishes, Tally } from './tally.ts';

const at = (ms: number): Instant => (runStart + millis(ms)) as Instant;

describe('a rate', () => {
  it('is that of the last five seconds that are over', () => {
    const rate = new Rate();
    for (let count = 0; count < 10; count++) rate.add(at(1_000));
    expect(rate.perSecond(at(4_999))).toBe(0);
    expect(rate.perSecond(at(5_000))).toBe(2);
    rate.add(at(6_000), 5);
    expect(rate.perSecond(at(9_999))).toBe(2);
    expect(rate.perSecond(at(10_000))).toBe(1);
    expect(rate.perSecond(at(20_000))).toBe(0);
    expect(rate.total).toBe(15);
  });
});

describe('a tally', () => {
  it('tells what it has counted, and what is told together with it', () => {
    const tally = new Tally();
    expect(tally.isEmpty).toBe(true);
    tally.add('publish', at(0), 5);
    const rate = 1;
    const published = { publish: 5, publish_details: { rate } };
    expect(tally.json(at(5_000))).toEqual(published);
    const none = (name: string) => ({ [name]: 0, [`${name}_details`]: { rate: 0 } });
    const others = { ...none('confirm'), ...none('drop_unroutable'), ...none('return_unroutable') };
    expect(tally.json(at(5_000), [publishes, deliveries])).toEqual({ ...published, ...others });
    expect(tally.jsonOf(['ack'], at(5_000))).toEqual(none('ack'));
  });
});
