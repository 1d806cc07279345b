import { describe, expect, it } from 'vitest';
import { Fifo, PersistentMap, SequenceMap } from '#base';
import { sameCollections } from './same-collections.ts';

expect.addEqualityTesters([sameCollections]);

describe('sameCollections', () => {
  it('tells collections apart by what they hold', () => {
    expect(Fifo.of([1, 2])).toEqual(Fifo.of([0, 1, 2]).rest());
    expect(Fifo.of([1, 2])).not.toEqual(Fifo.of([2, 1]));
    expect(SequenceMap.empty<string>().set(3, 'a')).not.toEqual(SequenceMap.empty().set(3, 'b'));
    expect(PersistentMap.from([['a', 1]])).not.toEqual(PersistentMap.from([['a', 2]]));
    expect(
      PersistentMap.from([
        ['a', 1],
        ['b', 2],
      ]),
    ).toEqual(
      PersistentMap.from([
        ['b', 2],
        ['a', 1],
      ]),
    );
  });

  it('sees collections in collections, and a collection is not its items', () => {
    const outer = (inner: number) => ({ map: PersistentMap.from([['a', Fifo.of([inner])]]) });
    expect(outer(1)).toEqual(outer(1));
    expect(outer(1)).not.toEqual(outer(2));
    expect(Fifo.of([1])).not.toEqual([1]);
  });
});
