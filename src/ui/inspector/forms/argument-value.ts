/**
 * Values of arguments and headers as a form shows them: text, a number, true or false, and JSON for
 * what is none of these (a list, a table, null).
 */
import type { ArgumentTable, ArgumentValue } from '#scenario';
import { anyText, decimalNumber, jsonText } from './reading.ts';
import type { Reader } from './reading.ts';

export const valueKinds = ['string', 'number', 'boolean', 'json'] as const;
export type ValueKind = (typeof valueKinds)[number];

export function kindOf(value: ArgumentValue): ValueKind {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'json';
  }
}

export const textOf = (value: ArgumentValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const asString: Reader<ArgumentValue> = anyText(10_000);
const asNumber: Reader<ArgumentValue> = decimalNumber({
  min: Number.MIN_SAFE_INTEGER,
  max: Number.MAX_SAFE_INTEGER,
});
const asBoolean: Reader<ArgumentValue> = (text) =>
  text === 'true' || text === 'false'
    ? { ok: true, value: text === 'true' }
    : { ok: false, problem: 'Enter true or false.' };

export const readerOf: Readonly<Record<ValueKind, Reader<ArgumentValue>>> = {
  string: asString,
  number: asNumber,
  boolean: asBoolean,
  json: jsonText as Reader<ArgumentValue>,
};

/** The value as one of another kind, as near as that goes. */
export function converted(value: ArgumentValue, kind: ValueKind): ArgumentValue {
  const reading = readerOf[kind](textOf(value));
  if (reading.ok) return reading.value;
  return { string: textOf(value), number: 0, boolean: false, json: null }[kind];
}

/** The table with one entry changed, in the same order; `undefined` takes the entry out. */
export function withEntry(
  table: ArgumentTable,
  name: string,
  value: ArgumentValue | undefined,
): ArgumentTable {
  if (value === undefined) {
    return Object.fromEntries(Object.entries(table).filter(([other]) => other !== name));
  }
  return { ...table, [name]: value };
}

/** The table with one entry called otherwise, in the same place. */
export const withName = (table: ArgumentTable, name: string, newName: string): ArgumentTable =>
  Object.fromEntries(
    Object.entries(table).map(([other, value]) => [other === name ? newName : other, value]),
  );
