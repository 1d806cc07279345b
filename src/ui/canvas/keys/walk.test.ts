import { describe, expect, it } from 'vitest';
import type { NodeBox } from '../edges/node-box.ts';
import { inReadingOrder, nearestInDirection } from './walk.ts';
import type { Direction } from './walk.ts';

const at = (x: number, y: number): NodeBox => ({ x, y, width: 200, height: 80, kind: 'queue' });

/**
 *   shop                 billing   biller
 *            orders
 *   payments             audit
 */
const boxes = new Map([
  ['shop', at(0, 0)],
  ['payments', at(0, 300)],
  ['orders', at(300, 150)],
  ['billing', at(600, 0)],
  ['audit', at(600, 300)],
  ['biller', at(900, 0)],
]);

describe('nearestInDirection', () => {
  it.each`
    from          | direction  | to            | because
    ${'shop'}     | ${'down'}  | ${'payments'} | ${'it is straight below'}
    ${'shop'}     | ${'right'} | ${'orders'}   | ${'it is nearer than what is straight ahead'}
    ${'billing'}  | ${'right'} | ${'biller'}   | ${'it is straight ahead'}
    ${'billing'}  | ${'down'}  | ${'audit'}    | ${'it is straight below'}
    ${'orders'}   | ${'left'}  | ${'shop'}     | ${'of two equally near ones the first counts'}
    ${'payments'} | ${'up'}    | ${'shop'}     | ${'it is straight above'}
    ${'shop'}     | ${'left'}  | ${null}       | ${'there is nothing'}
    ${'biller'}   | ${'up'}    | ${null}       | ${'what stands as high does not lie above'}
  `(
    'goes $direction from $from to $to, because $because',
    ({ from, direction, to }: { from: string; direction: Direction; to: string | null }) => {
      expect(nearestInDirection(boxes, from, direction)).toBe(to);
    },
  );

  it('comes to every node from every other by arrows alone', () => {
    const directions: readonly Direction[] = ['left', 'right', 'up', 'down'];
    for (const start of boxes.keys()) {
      const seen = new Set([start]);
      for (const key of seen) {
        for (const direction of directions) {
          const next = nearestInDirection(boxes, key, direction);
          if (next !== null) seen.add(next);
        }
      }
      expect(seen.size, start).toBe(boxes.size);
    }
  });
});

describe('inReadingOrder', () => {
  it('goes column by column, from above', () => {
    const order = inReadingOrder([...boxes], ([, box]) => box).map(([key]) => key);
    expect(order).toEqual(['shop', 'payments', 'orders', 'billing', 'audit', 'biller']);
  });
});
