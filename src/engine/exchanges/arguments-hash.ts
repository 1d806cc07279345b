/**
 * The number by which RabbitMQ's HTTP API tells bindings with arguments apart: Erlang's hash of the
 * table as the broker keeps it, in the order of the names.
 *
 * https://www.rabbitmq.com/docs/http-api-reference
 */
import type { FieldTable, FieldValue, TypedValue } from '../field-table.ts';
import { isTyped, wireTypeName } from '../field-value.ts';
import { phash2OfTerm } from './phash2.ts';
import type { Term } from './phash2.ts';

/** 32 bits. */
export const hashOfArguments = (table: FieldTable): number =>
  phash2OfTerm(
    Object.entries(table)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(entryTerm),
  );

const entryTerm = ([name, value]: readonly [string, FieldValue]): Term => ({
  tuple: [name, ...typeAndValue(value)],
});

const typeAndValue = (value: FieldValue): readonly Term[] => [
  { atom: wireTypeName(value) },
  valueTerm(value),
];

function valueTerm(value: FieldValue): Term {
  if (value === null) return { atom: 'undefined' };
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return { atom: String(value) };
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : { float: value };
  if (isList(value)) return value.map((item) => ({ tuple: typeAndValue(item) }));
  if (!isTyped(value)) return Object.entries(value as FieldTable).map(entryTerm);
  return typedTerm(value);
}

const isList = (value: FieldValue): value is readonly FieldValue[] => Array.isArray(value);

function typedTerm({ '!': type, value }: TypedValue): Term {
  if (typeof value === 'object') return Object.entries(value).map(entryTerm);
  if (type === 'bytes') return String(value);
  if (type === 'float' || type === 'double') return { float: Number(value) };
  if (type === 'decimal') return decimalTerm(String(value));
  return BigInt(value);
}

/** How many places it has, and its digits. */
function decimalTerm(text: string): Term {
  const [whole = '0', places = ''] = text.split('.');
  return { tuple: [BigInt(places.length), BigInt(`${whole}${places}`)] };
}
