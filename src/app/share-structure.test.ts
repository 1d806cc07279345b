import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareStructure } from './share-structure.ts';

describe('shareStructure', () => {
  it('gives back the old value where the new one reads the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = JSON.parse(JSON.stringify(value)) as unknown;
        const before = JSON.parse(JSON.stringify(value)) as unknown;
        expect(shareStructure(before, copy)).toBe(before);
      }),
    );
  });

  it('always reads as the new value does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(shareStructure(before, after)).toEqual(after);
      }),
    );
  });

  it('keeps the parts that did not change', () => {
    const before = { queues: [{ name: 'a' }, { name: 'b' }], title: 'x' };
    const after = shareStructure(before, { queues: [{ name: 'a' }, { name: 'c' }], title: 'x' });
    expect(after.queues[0]).toBe(before.queues[0]);
    expect(after.queues[1]).toEqual({ name: 'c' });
  });

  it('knows items again after one before them has gone or come', () => {
    const before = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
    expect(shareStructure(before, [{ name: 'b' }, { name: 'c' }])[1]).toBe(before[2]);
    const longer = [{ name: 'z' }, { name: 'a' }, { name: 'b' }, { name: 'c' }];
    expect(shareStructure(before, longer)[3]).toBe(before[2]);
  });
});
