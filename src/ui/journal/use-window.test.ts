import { describe, expect, it } from 'vitest';
import { rowsInSight } from './use-window.ts';

describe('rowsInSight', () => {
  it('is what the viewport shows, and a few more on both sides', () => {
    expect(rowsInSight(1_000, 20, 4_000, 200)).toEqual({ first: 192, end: 218 });
  });
  it('ends with the list', () => {
    expect(rowsInSight(30, 20, 400, 200)).toEqual({ first: 12, end: 30 });
    expect(rowsInSight(0, 20, 0, 200)).toEqual({ first: 0, end: 0 });
  });
  it('is not beside the list when that has just become shorter', () => {
    const { first, end } = rowsInSight(5, 20, 10_000, 200);
    expect(first).toBeLessThanOrEqual(end);
    expect(end).toBe(5);
  });
});
