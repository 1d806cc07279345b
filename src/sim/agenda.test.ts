import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#engine';
import { allEntries, emptyAgenda, nextEntry, plan, withoutNext } from './agenda.ts';
import type { Agenda } from './agenda.ts';

/** Everything in the order in which it happens. */
function emptied(agenda: Agenda<number>): number[] {
  const happened: number[] = [];
  let rest = agenda;
  for (let next = nextEntry(rest); next !== null; next = nextEntry(rest)) {
    happened.push(next.happening);
    rest = withoutNext(rest);
  }
  return happened;
}

describe('agenda', () => {
  it('lets things happen by instant, and those of one instant as they were planned', () => {
    const step = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant('take'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let agenda = emptyAgenda<number>();
        let model: { at: number; number: number }[] = [];
        for (const [number, at] of steps.entries()) {
          if (at === 'take') {
            if (model.length === 0) continue;
            expect(nextEntry(agenda)?.happening).toBe(model[0]?.number);
            agenda = withoutNext(agenda);
            model = model.slice(1);
          } else {
            agenda = plan(agenda, at as Instant, number);
            model = [...model, { at: at as number, number }].sort(
              (one, other) => one.at - other.at,
            );
          }
          expect(agenda.size).toBe(model.length);
        }
        const planned = allEntries(agenda).map(({ happening }) => happening);
        expect(new Set(planned)).toEqual(new Set(model.map(({ number }) => number)));
        expect(emptied(agenda)).toEqual(model.map(({ number }) => number));
      }),
    );
  });

  it('stays as it was when another is made of it', () => {
    const before = plan(plan(emptyAgenda<number>(), 5 as Instant, 1), 3 as Instant, 2);
    plan(withoutNext(before), 1 as Instant, 3);
    expect(emptied(before)).toEqual([2, 1]);
  });
});
