import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeContentHeader, encodeContentHeader } from './basic-properties.ts';
import { decodeMethod, encodeMethod, hasField } from './method-codec.ts';
import { methodShapes } from './method-table.ts';
import type { FieldType } from './method-table.ts';

const shortText = fc.string({ maxLength: 60 });
const anyOf: Readonly<Record<FieldType, fc.Arbitrary<unknown>>> = {
  bit: fc.boolean(),
  octet: fc.nat(255),
  short: fc.nat(65_535),
  long: fc.nat(2 ** 32 - 1),
  longlong: fc.nat(Number.MAX_SAFE_INTEGER),
  shortstr: shortText,
  longstr: fc.string(),
  table: fc.constant({ a: 1, b: 'x' }),
};

const methods = fc.constantFrom(...methodShapes).chain(({ name, fields }) => {
  const shown = fields.filter(([field]) => field !== '-');
  const record = Object.fromEntries(shown.map(([field, type]) => [field, anyOf[type]]));
  return fc.record(record).map((values) => ({ name, fields: values }));
});

describe('methods on the wire', () => {
  it('read what was written, whatever the method and its fields', () => {
    fc.assert(
      fc.property(methods, (method) => {
        expect(decodeMethod(encodeMethod(method))).toEqual(method);
      }),
      { numRuns: 500 },
    );
  });

  it('packs neighbouring bits into one octet', () => {
    const fields = { queue: 'q', durable: true, autoDelete: true };
    expect(encodeMethod({ name: 'queue.declare', fields }).toString('hex')).toBe(
      ['0032000a', '0000', '0171', '0a', '00000000'].join(''),
    );
  });

  it('has no two methods of one number', () => {
    const numbers = methodShapes.map(({ classId, methodId }) => `${classId}.${methodId}`);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('refuses a method that there is not', () => {
    expect(() => encodeMethod({ name: 'basic.nonsense', fields: {} })).toThrow('no method');
  });

  it('knows which fields a step may set', () => {
    expect(hasField('basic.consume', 'consumerTag')).toBe(true);
    expect(hasField('basic.consume', 'settle')).toBe(false);
    expect(hasField('basic.consume', '-')).toBe(false);
  });
});

describe('properties on the wire', () => {
  const properties = fc.record(
    {
      contentType: shortText,
      headers: fc.constant({ h: [1, 'a', null] }),
      deliveryMode: fc.nat(255),
      priority: fc.nat(255),
      replyTo: shortText,
      expiration: shortText,
      timestamp: fc.nat(),
      userId: shortText,
      clusterId: shortText,
    },
    { requiredKeys: [] },
  );

  it('are those that were set, and no others', () => {
    fc.assert(
      fc.property(fc.nat(), properties, (bodySize, set) => {
        const header = { bodySize, properties: set };
        expect(decodeContentHeader(encodeContentHeader(header))).toEqual(header);
      }),
    );
  });

  it('are refused where AMQP has none of that name', () => {
    const header = { bodySize: 0, properties: { colour: 'red' } };
    expect(() => encodeContentHeader(header)).toThrow("no property 'colour'");
  });
});
