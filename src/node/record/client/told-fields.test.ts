import { decodeMethod, encodeMethodFrame } from '#amqp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsToSend, propertiesToSend, tellFields } from './told-fields.ts';
import type { Table } from './told-fields.ts';

/** Of a frame before its payload; after it is its end mark. */
const headLength = 7;

function sentAndTold(table: unknown): unknown {
  const fields = fieldsToSend({ queue: 'q', arguments: table });
  const frame = encodeMethodFrame(1, 'queue.declare', fields);
  return tellFields(decodeMethod(frame.subarray(headLength, -1)).fields)['arguments'];
}

const scalars = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.constant(null),
);
const names = fc.string({ maxLength: 20 }).filter((name) => !['!', '__proto__'].includes(name));
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalars,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(names, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('fields of a case', () => {
  it('are told as they were sent, whatever JSON holds', () => {
    fc.assert(
      fc.property(fc.dictionary(names, values, { noNullPrototype: true }), (table) => {
        expect(sentAndTold(table)).toEqual(table);
      }),
    );
  });

  it.each<[string, unknown, unknown]>([
    ['int8', 5, 5],
    ['uint8', 200, 200],
    ['int16', -300, -300],
    ['uint16', 60_000, 60_000],
    ['int32', 5, 5],
    ['uint32', 4_000_000_000, 4_000_000_000],
    ['int64', -5, -5],
    ['float', 0.25, 0.25],
    ['double', 5, 5],
    ['timestamp', 1_700_000_000, { timestamp: 1_700_000_000 }],
    ['decimal', { places: 2, digits: 1999 }, { places: 2, digits: 1999 }],
    ['bytes', 'text', 'text'],
    ['table', { '!': 1 }, { '!': 1 }],
  ])('tells the value of a typed %s alone, but for timestamps', (type, value, told) => {
    expect(sentAndTold({ v: { '!': type, value } })).toEqual({ v: told });
    expect(sentAndTold({ list: [{ v: { '!': type, value } }] })).toEqual({ list: [{ v: told }] });
  });

  it('tells the headers of a message likewise', () => {
    const headers = { at: { '!': 'timestamp' as const, value: 5 } };
    expect(tellFields({ headers, timestamp: 5 })).toEqual({
      headers: { at: { timestamp: 5 } },
      timestamp: 5,
    });
  });

  it('refuses types and properties that there are not', () => {
    const table: Table = { list: [{ '!': 'int128', value: 1 }] };
    expect(() => fieldsToSend({ arguments: table })).toThrow("no wire type 'int128'");
    expect(() => propertiesToSend({ headers: table })).toThrow("no wire type 'int128'");
    expect(() => propertiesToSend({ colour: 'red' })).toThrow("no property 'colour'");
  });
});
