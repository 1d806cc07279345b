/** Field tables as JSON, which has fewer types, and JSON as field tables. */
import type { FieldTable, FieldValue, TypedValue } from '#engine';
import type { Fields, Json } from './json.ts';
import { isObject } from './json.ts';
import { badRequest } from './reply.ts';

const isList = (value: FieldValue): value is readonly FieldValue[] => Array.isArray(value);
const isTyped = (value: FieldValue): value is TypedValue =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, '!');

export const tableJson = (table: FieldTable): Fields =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, valueJson(value)]));

/** A void has no JSON in RabbitMQ: it becomes a text. */
export function valueJson(value: FieldValue): Json {
  if (value === null) return 'undefined';
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map(valueJson);
  if (!isTyped(value)) return tableJson(value);
  const inner = value.value as FieldValue;
  if (typeof inner === 'object') return tableJson(inner as FieldTable);
  return isNumeric(value) ? Number(inner) : (inner as Json);
}

/** 64 bits that a number does not hold are written as text. */
const isNumeric = ({ '!': type, value }: TypedValue): boolean =>
  type !== 'bytes' && typeof value === 'string' && value !== '' && Number.isFinite(Number(value));

/** Absent arguments are an empty table, and so is RabbitMQ's empty list. */
export function readTable(value: Json | undefined): FieldTable {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return {};
  if (!isObject(value)) throw badRequest('not_a_table');
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, readValue(item)]));
}

function readValue(value: Json): FieldValue {
  if (value === null) throw badRequest('null_not_allowed');
  if (typeof value === 'number') return readNumber(value);
  if (isObject(value)) {
    const table = readTable(value);
    return Object.hasOwn(table, '!') ? { '!': 'table', value: table } : table;
  }
  if (Array.isArray(value)) return value.map((item) => readValue(item as Json));
  return value as string | boolean;
}

/** Whole numbers have 64 bits, whatever their size; the plain ones among them are those that need them. */
function readNumber(value: number): FieldValue {
  if (!Number.isFinite(value)) throw badRequest('number_too_large');
  if (!Number.isInteger(value)) return value;
  if (Math.abs(value) >= 2 ** 63) return { '!': 'double', value };
  if (!Number.isSafeInteger(value)) return { '!': 'int64', value: String(BigInt(value)) };
  return value >= 2 ** 31 || value < -(2 ** 31) ? value : { '!': 'int64', value };
}

/** Policies are JSON in the broker too. */
export const jsonAsTable = (fields: Fields): FieldTable => fields as FieldTable;
