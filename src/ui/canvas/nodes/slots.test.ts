import { describe, expect, it } from 'vitest';
import { countsText, layOutTrack, slotMeasures } from './slots.ts';

const contents = (readyCount: number, unackedCount = 0, maxLength: number | null = null) => ({
  readyCount,
  unackedCount,
  maxLength,
});

describe('layOutTrack', () => {
  it.each`
    ready   | unacked | size        | slots | because
    ${0}    | ${0}    | ${'wide'}   | ${0}  | ${'an empty queue shows nothing'}
    ${4}    | ${2}    | ${'wide'}   | ${6}  | ${'there is room for the numbers'}
    ${12}   | ${2}    | ${'medium'} | ${14} | ${'numbers have no room'}
    ${20}   | ${4}    | ${'narrow'} | ${24} | ${'only stripes have room'}
    ${1204} | ${0}    | ${'narrow'} | ${8}  | ${'the head is shown, the rest is a bar'}
  `(
    'shows $ready ready and $unacked unacknowledged as $slots $size slots, because $because',
    ({
      ready,
      unacked,
      size,
      slots,
    }: Record<'ready' | 'unacked' | 'slots', number> & { size: string }) => {
      const layout = layOutTrack(contents(ready, unacked), 215);
      expect([layout.size, layout.slotCount]).toEqual([size, slots]);
      expect(layout.barWidth > 0).toBe(ready + unacked > slots);
    },
  );

  it('never shows more than the track is wide', () => {
    for (let ready = 0; ready < 3_000; ready += 7) {
      const { size, slotCount, barWidth } = layOutTrack(contents(ready, ready % 5), 215);
      expect(slotCount * slotMeasures[size].pitch - 3 + barWidth).toBeLessThanOrEqual(216);
    }
  });

  it('lets the bar grow with the queue', () => {
    const widths = [30, 100, 1_000, 10_000, 100_000].map(
      (ready) => layOutTrack(contents(ready), 215).barWidth,
    );
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(new Set(widths).size).toBe(widths.length);
  });

  it('ends the track where the limit is, and keeps the size of slots as the queue fills', () => {
    const layouts = [0, 3, 8].map((ready) => layOutTrack(contents(ready, 0, 8), 215));
    expect(new Set(layouts.map(({ size }) => size))).toEqual(new Set(['wide']));
    expect(new Set(layouts.map(({ limitAt }) => limitAt))).toEqual(
      new Set([8 * slotMeasures.wide.pitch]),
    );
    expect(layOutTrack(contents(5_000, 0, 10_000), 215).limitAt).toBe(215);
  });
});

describe('countsText', () => {
  it('tells ready and unacknowledged apart', () => {
    expect(countsText(4, 2)).toBe('4 + 2');
    expect(countsText(1204, 0)).toBe('1,204');
    expect(countsText(0, 1)).toBe('0 + 1');
  });
});
