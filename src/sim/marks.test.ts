import { describe, expect, it } from 'vitest';
import type { Instant } from '#engine';
import { marksWith, noMarks } from './marks.ts';
import type { MarkKind, Marks } from './marks.ts';

const kinds: readonly MarkKind[] = ['return', 'dead-letter', 'fault'];

function marked(count: number, everyMs: number): Marks {
  let marks = noMarks;
  for (let index = 0; index < count; index++) {
    const kind = kinds[index % kinds.length] as MarkKind;
    marks = marksWith(marks, { at: (index * everyMs) as Instant, kind });
  }
  return marks;
}

describe('marks', () => {
  it('are kept apart by kind, and by instant where those are not close', () => {
    expect(marked(4, 30).list).toEqual([
      { at: 0, kind: 'return' },
      { at: 30, kind: 'dead-letter' },
      { at: 60, kind: 'fault' },
      { at: 90, kind: 'return' },
    ]);
    expect(marked(9, 1).list).toHaveLength(3);
  });

  it('stay bounded, and spread over the whole run', () => {
    const { list } = marked(100_000, 40);
    expect(list.length).toBeLessThanOrEqual(1_000);
    expect(list.length).toBeGreaterThan(300);
    expect(list.at(-1)?.at).toBeGreaterThan(3_900_000);
    expect(list.filter(({ at }) => at < 2_000_000).length).toBeGreaterThan(list.length / 3);
  });
});
