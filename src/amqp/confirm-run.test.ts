import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfirmRun } from './confirm-run.ts';

describe('confirms on their way out', () => {
  it('go alone where there is one', () => {
    const run = new ConfirmRun();
    run.add(1);
    expect(run.take()).toEqual([{ deliveryTag: 1, multiple: false }]);
    expect(run.take()).toEqual([]);
  });

  it('become one where all before them are told', () => {
    const run = new ConfirmRun();
    for (const tag of [1, 3, 2]) run.add(tag);
    expect(run.take()).toEqual([{ deliveryTag: 3, multiple: true }]);
  });

  it('do not speak for a publish that is still waiting', () => {
    const run = new ConfirmRun();
    for (const tag of [1, 2, 4, 5]) run.add(tag);
    expect(run.take()).toEqual([
      { deliveryTag: 2, multiple: true },
      { deliveryTag: 4, multiple: false },
      { deliveryTag: 5, multiple: false },
    ]);
    for (const tag of [3, 6]) run.add(tag);
    expect(run.take()).toEqual([{ deliveryTag: 6, multiple: true }]);
  });

  it('pass over what was refused', () => {
    const run = new ConfirmRun();
    run.add(1);
    run.settle(2);
    run.add(3);
    expect(run.take()).toEqual([{ deliveryTag: 3, multiple: true }]);
  });

  it('tell a publisher of each publish once, in whatever order they are ready', () => {
    const tags = fc.integer({ min: 0, max: 12 }).map((count) => [...Array(count).keys()]);
    const orders = tags.chain((all) =>
      fc.tuple(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(orders, ([order, pauses]) => {
        const run = new ConfirmRun();
        const open = new Set(order.map((index) => index + 1));
        const ready = new Set<number>();
        const hear = (): void => {
          for (const { deliveryTag, multiple } of run.take()) {
            const told = [...open].filter((tag) =>
              multiple ? tag <= deliveryTag : tag === deliveryTag,
            );
            expect(told.every((tag) => ready.has(tag))).toBe(true);
            expect(told).toContain(deliveryTag);
            for (const tag of told) open.delete(tag);
          }
        };
        for (const [at, index] of order.entries()) {
          ready.add(index + 1);
          run.add(index + 1);
          if (pauses[at] === true) hear();
        }
        hear();
        expect(open.size).toBe(0);
      }),
    );
  });
});
