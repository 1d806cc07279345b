import { describe, expect, it } from 'vitest';
import { readTable, tableJson, valueJson } from './field-json.ts';
import { Refusal } from './reply.ts';

describe('JSON as a field table', () => {
  it('has whole numbers of 64 bits and everything else as it is', () => {
    const json = { small: 5, large: 2 ** 40, half: 1.5, text: 'a', is: true, list: [1, 'b'] };
    expect(readTable(json)).toEqual({
      small: { '!': 'int64', value: 5 },
      large: 2 ** 40,
      half: 1.5,
      text: 'a',
      is: true,
      list: [{ '!': 'int64', value: 1 }, 'b'],
    });
    expect(tableJson(readTable(json))).toEqual(json);
  });

  it('keeps what does not fit a number, and takes for a double what does not fit 64 bits', () => {
    expect(readTable(JSON.parse('{"a":9007199254740993,"b":1e300}'))).toEqual({
      a: { '!': 'int64', value: '9007199254740992' },
      b: { '!': 'double', value: 1e300 },
    });
  });

  it('tells tables that look like typed values from those', () => {
    const json = { inner: { '!': 'int8', value: 'x' } };
    expect(readTable(json)).toEqual({ inner: { '!': 'table', value: json.inner } });
    expect(tableJson(readTable(json))).toEqual(json);
  });

  it('refuses nothing, and what is no table', () => {
    expect(() => readTable({ a: null })).toThrow(Refusal);
    expect(() => readTable('text')).toThrow(Refusal);
    expect(() => readTable(JSON.parse('{"a":1e999}'))).toThrow(Refusal);
    expect(readTable([])).toEqual({});
    expect(readTable(undefined)).toEqual({});
  });
});

describe('a field table as JSON', () => {
  it('says numbers of all types as numbers, and a void as RabbitMQ does', () => {
    expect(valueJson({ '!': 'timestamp', value: 5 })).toBe(5);
    expect(valueJson({ '!': 'int64', value: '12345678901234' })).toBe(12_345_678_901_234);
    expect(valueJson({ '!': 'bytes', value: '12' })).toBe('12');
    expect(valueJson(null)).toBe('undefined');
  });
});
