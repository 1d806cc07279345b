import { describe, expect, it } from 'vitest';
import { headersTold } from './headers-told.ts';
import { profiles } from './profile.ts';

const headers = { zebra: 1, 'x-death': [], ant: 'a', Bear: true };
const order = (profile: '3.10' | '4.0'): readonly string[] =>
  Object.keys(headersTold(headers, profiles[profile]));

describe('headers that the broker adds to', () => {
  it('go out in the order of their names, capitals first, from a broker that sorts them', () => {
    expect(order('3.10')).toEqual(['Bear', 'ant', 'x-death', 'zebra']);
  });

  it('stay in their order in any other', () => {
    expect(order('4.0')).toEqual(['zebra', 'x-death', 'ant', 'Bear']);
  });

  it('are the same table where they are in order already', () => {
    const sorted = { a: 1, b: 2 };
    expect(headersTold(sorted, profiles['3.10'])).toBe(sorted);
  });
});
