/** Field tables as they come from the wire, of every type there is. */
import type { FieldTable, FieldValue, WireType } from '#engine';
import { textOf } from '#base';
import fc from 'fast-check';

const typed = (type: WireType, values: fc.Arbitrary<number | string>): fc.Arbitrary<FieldValue> =>
  values.map((value) => ({ '!': type, value }));

const integers = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: most });

const decimals = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat(12))
  .map(([digits, places]) => {
    const text = String(digits).padStart(places + 1, '0');
    return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  });

export const aText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.uint8Array({ maxLength: 60 }).map(textOf),
);

const scalars: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  integers(-200, 200),
  fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true }),
  aText,
  fc.boolean(),
  fc.constant(null),
  typed('uint8', integers(0, 255)),
  typed('uint16', integers(0, 65_535)),
  typed('uint32', integers(0, 2 ** 32 - 1)),
  typed('int16', integers(-(2 ** 7), 2 ** 7 - 1)),
  typed('int32', integers(-(2 ** 15), 2 ** 15 - 1)),
  typed('int64', integers(-(2 ** 31), 2 ** 31 - 1)),
  typed('int64', fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }).map(String)),
  typed('int64', fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }).map(String)),
  typed('timestamp', fc.maxSafeNat()),
  typed('timestamp', fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }).map(String)),
  typed('float', fc.float({ noNaN: true, noDefaultInfinity: true })),
  typed('double', fc.integer()),
  typed('decimal', decimals),
  typed('bytes', aText),
);

/** What an object orders by itself comes back in another order, and as it should in any case. */
const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('__proto__', 'constructor', 'x-match', '!', 'value', ''),
);

const { table: anyTable } = fc.letrec<{ value: FieldValue; table: FieldTable }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalars,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('table').map((table) =>
      Object.hasOwn(table, '!') ? { '!': 'table' as const, value: table } : table,
    ),
  ),
  table: fc.dictionary(names, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));

export const aTable: fc.Arbitrary<FieldTable> = anyTable;
