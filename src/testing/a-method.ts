/** Methods with all their fields, and messages with any of the properties. */
import type { MethodField } from '#amqp';
import type { Properties } from '#engine';
import { bytesOf } from '#base';
import fc from 'fast-check';
import { methodShapes } from '../amqp/codec/method-table.ts';
import type { FieldType } from '../amqp/codec/method-table.ts';
import { aTable, aText } from './a-field-table.ts';

const isShort = (text: string): boolean => bytesOf(text).length <= 255;
/** UTF-8, as RabbitMQ insists on. */
const shortText = fc.string({ unit: 'binary', maxLength: 80 }).filter(isShort);
const anyShortText = aText.filter(isShort);

const fieldsOfType: Readonly<Record<FieldType, fc.Arbitrary<MethodField>>> = {
  bit: fc.boolean(),
  octet: fc.nat(255),
  short: fc.nat(65_535),
  long: fc.nat(2 ** 32 - 1),
  longlong: fc.maxSafeNat(),
  shortstr: shortText,
  longstr: aText,
  table: aTable,
};

export interface AMethod {
  readonly name: string;
  readonly fields: Readonly<Record<string, MethodField>>;
}

export const aMethod: fc.Arbitrary<AMethod> = fc
  .constantFrom(...methodShapes)
  .chain((shape) =>
    fc
      .record(
        Object.fromEntries(
          shape.fields
            .filter(([name]) => name !== '-')
            .map(([name, type]) => [
              name,
              type === 'shortstr' && !shape.isUtf8 ? anyShortText : fieldsOfType[type],
            ]),
        ),
        { noNullPrototype: true },
      )
      .map((fields) => ({ name: shape.name, fields })),
  );

export const someProperties: fc.Arbitrary<Properties> = fc.record(
  {
    contentType: anyShortText,
    contentEncoding: anyShortText,
    headers: aTable,
    deliveryMode: fc.nat(255),
    priority: fc.nat(255),
    correlationId: anyShortText,
    replyTo: anyShortText,
    expiration: anyShortText,
    messageId: anyShortText,
    timestamp: fc.maxSafeNat(),
    type: anyShortText,
    userId: anyShortText,
    appId: anyShortText,
    clusterId: anyShortText,
  },
  { requiredKeys: [], noNullPrototype: true },
);
