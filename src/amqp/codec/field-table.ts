/**
 * Field tables with RabbitMQ's types, between bytes and the engine's values. A value comes out plain
 * where the plain value goes back to the same bytes, otherwise with its type.
 *
 * https://www.rabbitmq.com/amqp-0-9-1-errata#section_3
 */
import type { FieldTable, FieldValue, TypedValue, WireType } from '#engine';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { readDecimal, writeDecimal } from './decimal.ts';
import { cannotEncode, internalError, tooDeep } from './wire-error.ts';

/** Tables and arrays in each other. */
const depthMax = 128;

const letter = (text: string): number => text.charCodeAt(0);
/** What has a plain value; then what is written with its type, unless it is a number that tells it. */
const plainCodes = {
  longstr: letter('S'),
  bool: letter('t'),
  void: letter('V'),
  array: letter('A'),
} as const;
const typedCodes = {
  table: letter('F'),
  int8: letter('b'),
  uint8: letter('B'),
  int16: letter('s'),
  uint16: letter('u'),
  int32: letter('I'),
  uint32: letter('i'),
  int64: letter('l'),
  float: letter('f'),
  double: letter('d'),
  decimal: letter('D'),
  timestamp: letter('T'),
  bytes: letter('x'),
} as const satisfies Readonly<Record<WireType, number>>;
const codes = {
  ...plainCodes,
  ...typedCodes,
  /** RabbitMQ reads it as signed too, and never writes it. */
  int64Old: letter('L'),
} as const;

export const isWireType = (name: string): name is WireType => Object.hasOwn(typedCodes, name);

const typed = (type: WireType, value: TypedValue['value']): TypedValue => ({ '!': type, value });

export function readTable(from: ByteReader, depth = 1): FieldTable {
  const outer = beginPart(from);
  const table = readEntries(from, depth);
  from.end = outer;
  return table;
}

/** A table whose length is not told: it goes on to the end. */
export function readEntries(from: ByteReader, depth = 1): FieldTable {
  if (depth > depthMax) throw tooDeep(depthMax);
  const table: Record<string, FieldValue> = {};
  while (from.at < from.end) {
    const name = from.shortstr(false);
    const value = readValue(from, depth);
    // Of several values of one name RabbitMQ looks at the first.
    if (Object.hasOwn(table, name)) {
      from.isOnlyWay = false;
      continue;
    }
    // JavaScript puts names that are numbers before all others.
    if (startsWithDigit(name)) from.isOnlyWay = false;
    if (name === '__proto__') define(table, name, value);
    else table[name] = value;
  }
  return table;
}

function startsWithDigit(name: string): boolean {
  const code = name.charCodeAt(0);
  return code >= letter('0') && code <= letter('9');
}

/** By assignment it would become what the table inherits from. */
const define = (table: Record<string, FieldValue>, name: string, value: FieldValue): unknown =>
  Object.defineProperty(table, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });

function readArray(from: ByteReader, depth: number): readonly FieldValue[] {
  if (depth > depthMax) throw tooDeep(depthMax);
  const items: FieldValue[] = [];
  const outer = beginPart(from);
  while (from.at < from.end) items.push(readValue(from, depth));
  from.end = outer;
  return items;
}

/** Nothing inside may reach beyond the length that is told; gives where the whole ends. */
function beginPart(from: ByteReader): number {
  const length = from.long();
  const outer = from.end;
  if (length > outer - from.at) throw internalError();
  from.end = from.at + length;
  return outer;
}

function readValue(from: ByteReader, depth: number): FieldValue {
  const code = from.octet();
  switch (code) {
    case codes.longstr:
      return from.longstr();
    case codes.bool: {
      const octet = from.octet();
      if (octet > 1) from.isOnlyWay = false;
      return octet !== 0;
    }
    case codes.void:
      return null;
    case codes.array:
      return readArray(from, depth + 1);
    case codes.table: {
      const table = readTable(from, depth + 1);
      return Object.hasOwn(table, '!') ? typed('table', table) : table;
    }
    case codes.bytes:
      return typed('bytes', from.longstr());
    case codes.timestamp:
      return typed('timestamp', from.uint64());
    case codes.decimal:
      return typed('decimal', readDecimal(from));
    default:
      return readNumber(from, code);
  }
}

function readNumber(from: ByteReader, code: number): FieldValue {
  switch (code) {
    case codes.int8:
      return from.int8();
    case codes.int16:
      return plainBeyond(2 ** 7, 'int16', from.int16());
    case codes.int32:
      return plainBeyond(2 ** 15, 'int32', from.int32());
    case codes.int64Old:
      from.isOnlyWay = false;
      return plainBeyond(2 ** 31, 'int64', from.int64());
    case codes.int64:
      return plainBeyond(2 ** 31, 'int64', from.int64());
    case codes.uint8:
      return typed('uint8', from.octet());
    case codes.uint16:
      return typed('uint16', from.short());
    case codes.uint32:
      return typed('uint32', from.long());
    case codes.float:
      return typed('float', finite(from.float()));
    case codes.double: {
      const value = finite(from.double());
      return Number.isInteger(value) ? typed('double', value) : value;
    }
    default:
      throw internalError();
  }
}

/** A plain integer takes the smallest type that holds it. */
const plainBeyond = (limit: number, type: WireType, value: number | string): FieldValue =>
  typeof value === 'string' || (value >= -limit && value < limit) ? typed(type, value) : value;

/** Erlang has no other floating point numbers, and so RabbitMQ cannot read them. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw internalError();
  return value;
}

export function writeTable(to: ByteWriter, table: FieldTable, depth = 1): void {
  if (depth > depthMax) throw tooDeep(depthMax);
  const length = to.beginSized();
  for (const name of Object.keys(table)) {
    const value = table[name];
    if (value === undefined) continue;
    to.shortstr(name);
    writeValue(to, value, depth);
  }
  to.endSized(length);
}

function writeArray(to: ByteWriter, items: readonly FieldValue[], depth: number): void {
  if (depth > depthMax) throw tooDeep(depthMax);
  const length = to.beginSized();
  for (const item of items) writeValue(to, item, depth);
  to.endSized(length);
}

function writeValue(to: ByteWriter, value: FieldValue, depth: number): void {
  if (typeof value === 'string') {
    to.octet(codes.longstr);
    to.longstr(value);
  } else if (typeof value === 'number') {
    writePlainNumber(to, value);
  } else if (typeof value === 'boolean') {
    to.octet(codes.bool);
    to.octet(value ? 1 : 0);
  } else if (value === null) {
    to.octet(codes.void);
  } else if (isList(value)) {
    to.octet(codes.array);
    writeArray(to, value, depth + 1);
  } else if (isTyped(value)) {
    writeTyped(to, value, depth);
  } else {
    to.octet(codes.table);
    writeTable(to, value as FieldTable, depth + 1);
  }
}

const isList = (value: FieldValue): value is readonly FieldValue[] => Array.isArray(value);

const isTyped = (value: FieldTable | TypedValue): value is TypedValue =>
  Object.hasOwn(value, '!') &&
  Object.hasOwn(value, 'value') &&
  typeof value['!'] === 'string' &&
  isWireType(value['!']);

function writePlainNumber(to: ByteWriter, value: number): void {
  // What is beyond 64 bits is no integer to AMQP, and its integers have no negative zero.
  if (!Number.isInteger(value) || Math.abs(value) >= 2 ** 63 || Object.is(value, -0)) {
    to.octet(codes.double);
    to.double(value);
  } else if (value >= -(2 ** 7) && value < 2 ** 7) {
    to.octet(codes.int8);
    to.octet(value);
  } else if (value >= -(2 ** 15) && value < 2 ** 15) {
    to.octet(codes.int16);
    to.short(value);
  } else if (value >= -(2 ** 31) && value < 2 ** 31) {
    to.octet(codes.int32);
    to.long(value);
  } else {
    to.octet(codes.int64);
    to.longlong(value);
  }
}

function writeTyped(to: ByteWriter, { '!': type, value }: TypedValue, depth: number): void {
  to.octet(codes[type]);
  if (type === 'table') {
    if (typeof value !== 'object') throw cannotEncode('a table that is none', String(value));
    writeTable(to, value, depth + 1);
  } else if (type === 'decimal') writeDecimal(to, value);
  else if (typeof value === 'object') throw cannotEncode('a table in the place of', type);
  else if (type === 'bytes') to.longstr(String(value));
  else if (type === 'int64' || type === 'timestamp') writeLong(to, value);
  else writeShortNumber(to, type, Number(value));
}

/** Digits where no number holds it exactly. */
export function writeLong(to: ByteWriter, value: number | string): void {
  if (typeof value === 'number') to.longlong(Number.isFinite(value) ? Math.trunc(value) : 0);
  else if (/^-?\d{1,20}$/.test(value)) to.bigint(BigInt(value));
  else throw cannotEncode('no integer', value);
}

type ShortNumber = Exclude<WireType, 'table' | 'bytes' | 'decimal' | 'int64' | 'timestamp'>;

/** Too large a number loses its highest bits. */
function writeShortNumber(to: ByteWriter, type: ShortNumber, value: number): void {
  if (type === 'float') to.float(value);
  else if (type === 'double') to.double(value);
  else if (type === 'int8' || type === 'uint8') to.octet(value);
  else if (type === 'int16' || type === 'uint16') to.short(value);
  else to.long(value);
}
