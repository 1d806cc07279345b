import { describe, expect, it } from 'vitest';
import {
  decimalNumber,
  expirationText,
  jsonText,
  nameText,
  orNothing,
  shortText,
  wholeNumber,
} from './reading.ts';

describe('wholeNumber', () => {
  const read = wholeNumber({ min: 1, max: 255 });
  it.each`
    text      | value
    ${'1'}    | ${1}
    ${' 20 '} | ${20}
    ${'255'}  | ${255}
  `('takes “$text”', ({ text, value }) => {
    expect(read(text)).toEqual({ ok: true, value });
  });
  it.each(['', '0', '256', '1.5', '1e2', '-3', 'ten'])('refuses “%s” with its bounds', (text) => {
    expect(read(text)).toEqual({ ok: false, problem: 'Enter a whole number from 1 to 255.' });
  });
});

describe('decimalNumber', () => {
  const read = decimalNumber({ min: 0.001, max: 100_000 });
  it('takes fractions', () => {
    expect(read('0.25')).toEqual({ ok: true, value: 0.25 });
  });
  it.each(['', 'x', '0', 'Infinity', 'NaN'])('refuses “%s”', (text) => {
    expect(read(text).ok).toBe(false);
  });
});

describe('orNothing', () => {
  it('takes an empty field for no value', () => {
    expect(orNothing(wholeNumber({ min: 0, max: 9 }))('  ')).toEqual({
      ok: true,
      value: undefined,
    });
  });
});

describe('texts', () => {
  it('keeps to the length of a short string', () => {
    expect(shortText('a'.repeat(255)).ok).toBe(true);
    expect(shortText('a'.repeat(256))).toEqual({
      ok: false,
      problem: 'At most 255 characters; this has 256.',
    });
  });
  it('wants a name, without the blanks around it', () => {
    expect(nameText('  orders ')).toEqual({ ok: true, value: 'orders' });
    expect(nameText('  ').ok).toBe(false);
  });
  it('wants digits for an expiration, as AMQP does', () => {
    expect(expirationText('30000')).toEqual({ ok: true, value: '30000' });
    expect(expirationText('30s').ok).toBe(false);
    expect(expirationText('999999999999').ok).toBe(false);
  });
  it('wants JSON for lists and tables', () => {
    expect(jsonText('["a", 1]')).toEqual({ ok: true, value: ['a', 1] });
    expect(jsonText('[a]').ok).toBe(false);
  });
});
