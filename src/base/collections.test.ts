import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heapWith, heapWithoutLeast } from './heap.ts';
import type { Heap } from './heap.ts';
import { PersistentMap } from './persistent-map.ts';
import { SequenceMap } from './sequence-map.ts';

const entry = fc.tuple(
  // Few keys, some of which collide in all bits of their hash.
  fc.oneof(
    fc.constantFrom('a', 'b', 'costarring', 'liquid', 'declinate', 'macallums'),
    fc.string(),
  ),
  fc.option(fc.nat(), { nil: undefined }),
);

describe('PersistentMap', () => {
  it('is a Map that older values of it do not see change', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 200 }), (entries) => {
        let map = PersistentMap.empty<string, number>();
        const model = new Map<string, number>();
        for (const [key, value] of entries) {
          const before = map;
          const contents = [...before];
          map = value === undefined ? map.delete(key) : map.set(key, value);
          if (value === undefined) model.delete(key);
          else model.set(key, value);
          expect([...before]).toEqual(contents);
          expect(map.get(key)).toBe(value);
          expect(map.size).toBe(model.size);
        }
        expect(new Map(map)).toEqual(model);
      }),
    );
  });

  it('stays itself when nothing changes', () => {
    const map = PersistentMap.from([['a', 1]] as const);
    expect(map.set('a', 1)).toBe(map);
    expect(map.delete('b' as 'a')).toBe(map);
  });
});

describe('SequenceMap', () => {
  it('is a Map in the order of its keys', () => {
    const key = fc.oneof(fc.nat({ max: 70 }), fc.nat({ max: 2 ** 31 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 200 }), (steps) => {
        let map = SequenceMap.empty<string>();
        const model = new Map<number, string>();
        for (const [at, isSet] of steps) {
          map = isSet ? map.set(at, `v${at}`) : map.delete(at);
          if (isSet) model.set(at, `v${at}`);
          else model.delete(at);
          expect(map.get(at)).toBe(model.get(at));
          expect(map.size).toBe(model.size);
        }
        const sorted = [...model].sort(([one], [other]) => one - other);
        expect([...map]).toEqual(sorted);
        expect(map.first()).toEqual(sorted[0]);
        expect(map.last()).toEqual(sorted.at(-1));
      }),
    );
  });

  it('leaves older values as they were, whatever is put behind them or taken from their front', () => {
    interface State {
      readonly map: SequenceMap<number>;
      readonly model: ReadonlyMap<number, number>;
    }
    const entriesOf = ({ model }: State): readonly (readonly [number, number])[] =>
      [...model].sort(([one], [other]) => one - other);
    const step = fc.constantFrom('append', 'skip', 'take', 'drop', 'fork', 'turn');
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat({ max: 40 })), { maxLength: 300 }), (steps) => {
        let now: State = { map: SequenceMap.empty(), model: new Map() };
        let fork = now;
        for (const [value, [what, number]] of steps.entries()) {
          const keys = entriesOf(now).map(([key]) => key);
          const model = new Map(now.model);
          if (what === 'fork') fork = now;
          else if (what === 'turn') [now, fork] = [fork, now];
          else if (what === 'append' || what === 'skip') {
            const key = (keys.at(-1) ?? number) + (what === 'append' ? 1 : number);
            now = { map: now.map.set(key, value), model: model.set(key, value) };
          } else {
            const key = keys[what === 'take' ? 0 : number % keys.length] ?? number;
            model.delete(key);
            now = { map: now.map.delete(key), model };
          }
          expect([...now.map]).toEqual(entriesOf(now));
        }
        expect([...fork.map]).toEqual(entriesOf(fork));
      }),
    );
  });
});

describe('a heap', () => {
  it('gives its items back in order', () => {
    const before = (one: number, other: number): boolean => one < other;
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        let heap: Heap<number> | null = null;
        for (const item of items) heap = heapWith(heap, item, before);
        const taken: number[] = [];
        while (heap !== null) {
          taken.push(heap.least);
          heap = heapWithoutLeast(heap, before);
        }
        expect(taken).toEqual(items.toSorted((one, other) => one - other));
      }),
    );
  });
});
