import { describe, expect, it } from 'vitest';
import { AStream, bodiesIn, refusalIn } from '../../../testing/a-stream.ts';
import type { FieldTable, Properties } from '#engine';

const under = (value: string | number): Properties => ({
  headers: { 'x-stream-filter-value': value },
});

/** Two chunks with a value each, one with both, one without any and one with a value and without. */
function aSortedStream(profile: '3.10' | '4.0'): AStream {
  const stream = new AStream(profile);
  const chunk = (...publishes: readonly (readonly [string, Properties])[]): void => {
    for (const [body, properties] of publishes) stream.publish([body], properties);
    stream.wait(10);
  };
  chunk(['a', under('red')]);
  chunk(['b', under('blue')]);
  chunk(['c', under('blue')], ['d', under('red')]);
  chunk(['e', {}]);
  chunk(['f', {}], ['g', under('blue')]);
  return stream;
}

const wanted = (args: FieldTable, profile: '3.10' | '4.0' = '4.0'): string => {
  const stream = aSortedStream(profile);
  stream.open('reader', 10);
  return bodiesIn(stream.consume('reader', { 'x-stream-offset': 'first', ...args })).join('');
};

describe('a filter', () => {
  it('lets through whole chunks that have a value', () => {
    expect(wanted({ 'x-stream-filter': 'red' })).toBe('acd');
    expect(wanted({ 'x-stream-filter': ['blue'] })).toBe('bcdfg');
    expect(wanted({ 'x-stream-filter': ['red', 'blue'] })).toBe('abcdfg');
    expect(wanted({ 'x-stream-filter': 'green' })).toBe('');
  });

  it('lets through what has no value where that is asked for, by argument or by the empty value', () => {
    expect(wanted({ 'x-stream-filter': 'red', 'x-stream-match-unfiltered': true })).toBe('acdefg');
    expect(wanted({ 'x-stream-filter': '' })).toBe('efg');
  });

  it('means nothing without values, and nothing at all in 3.10', () => {
    expect(wanted({ 'x-stream-match-unfiltered': true })).toBe('abcdefg');
    expect(wanted({ 'x-stream-filter': 5 })).toBe('abcdefg');
    expect(wanted({ 'x-stream-filter': 'red' }, '3.10')).toBe('abcdefg');
  });

  it('gives a chunk as a whole to whoever reads along, as soon as it has what is wanted', () => {
    const stream = new AStream('4.0');
    stream.open('reader', 10);
    stream.consume('reader', { 'x-stream-filter': 'red' });
    expect(bodiesIn(stream.publish(['a', 'b'], under('blue')))).toEqual([]);
    expect(bodiesIn(stream.publish(['c'], under('red')))).toEqual(['a', 'b', 'c']);
    expect(bodiesIn(stream.publish(['d'], under('blue')))).toEqual(['d']);
    stream.wait(1);
    expect(bodiesIn(stream.publish(['e'], under('blue')))).toEqual([]);
    stream.wait(1);
    expect(bodiesIn(stream.publish(['f'], under('red')))).toEqual(['f']);
  });

  it('closes the connection of who gives it no text', () => {
    const stream = new AStream('4.0');
    expect(refusalIn(stream.publish(['a'], under(7)))).toEqual([541, 'INTERNAL_ERROR']);
    stream.open('reader', 10);
    const refused = stream.consume('reader', { 'x-stream-filter': [] });
    expect(refusalIn(refused)).toEqual([541, 'INTERNAL_ERROR']);
    const older = new AStream('3.10');
    expect(refusalIn(older.publish(['a'], under(7)))).toBeNull();
  });
});
