/**
 * Field tables with RabbitMQ's types, between JSON as the cases write it and the wire. A plain integer
 * takes the smallest of byte, short, int and long that holds it; `{"!": "int64", "value": 5}` names
 * its type. What comes back is plain, but for timestamps: `{"timestamp": 5}`.
 */
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

export type Table = Readonly<Record<string, unknown>>;

interface WireType {
  readonly code: string;
  readonly write: (to: ByteWriter, value: unknown) => void;
  readonly read: (from: ByteReader) => unknown;
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numeric =
  (write: (to: ByteWriter, value: number) => void) =>
  (to: ByteWriter, value: unknown): void =>
    write(to, Number(value));

const wireTypes: Readonly<Record<string, WireType>> = {
  bool: {
    code: 't',
    write: (to, value) => to.octet(value === true ? 1 : 0),
    read: (from) => from.octet() !== 0,
  },
  int8: { code: 'b', write: numeric((to, n) => to.octet(n)), read: (from) => from.int8() },
  uint8: { code: 'B', write: numeric((to, n) => to.octet(n)), read: (from) => from.octet() },
  int16: { code: 's', write: numeric((to, n) => to.short(n)), read: (from) => from.int16() },
  uint16: { code: 'u', write: numeric((to, n) => to.short(n)), read: (from) => from.short() },
  int32: { code: 'I', write: numeric((to, n) => to.long(n)), read: (from) => from.int32() },
  uint32: { code: 'i', write: numeric((to, n) => to.long(n)), read: (from) => from.long() },
  int64: { code: 'l', write: numeric((to, n) => to.longlong(n)), read: (from) => from.int64() },
  float: { code: 'f', write: numeric((to, n) => to.float(n)), read: (from) => from.float() },
  double: { code: 'd', write: numeric((to, n) => to.double(n)), read: (from) => from.double() },
  decimal: {
    code: 'D',
    write: (to, value) => {
      const { places, digits } = value as { places: number; digits: number };
      to.octet(places);
      to.long(digits);
    },
    read: (from) => ({ places: from.octet(), digits: from.long() }),
  },
  longstr: {
    code: 'S',
    write: (to, value) => to.longstr(String(value)),
    read: (from) => from.longstr(),
  },
  bytes: {
    code: 'x',
    write: (to, value) => to.longstr(String(value)),
    read: (from) => from.longstr(),
  },
  timestamp: {
    code: 'T',
    write: numeric((to, n) => to.longlong(n)),
    read: (from) => ({ timestamp: from.longlong() }),
  },
  array: {
    code: 'A',
    write: (to, value) => {
      const items = new ByteWriter();
      for (const item of value as readonly unknown[]) writeValue(items, item);
      to.sized(items.toBuffer());
    },
    read: (from) => {
      const items = new ByteReader(from.sized());
      const values: unknown[] = [];
      while (!items.isAtEnd) values.push(readValue(items));
      return values;
    },
  },
  table: {
    code: 'F',
    write: (to, value) => writeTable(to, value as Table),
    read: (from) => readTable(from),
  },
  void: { code: 'V', write: () => {}, read: () => null },
};

const byCode = new Map(Object.values(wireTypes).map((type) => [type.code, type]));

export function writeTable(to: ByteWriter, table: Table): void {
  const entries = new ByteWriter();
  for (const [name, value] of Object.entries(table)) {
    entries.shortstr(name);
    writeValue(entries, value);
  }
  to.sized(entries.toBuffer());
}

export function readTable(from: ByteReader): Table {
  const entries = new ByteReader(from.sized());
  const table: [string, unknown][] = [];
  while (!entries.isAtEnd) table.push([entries.shortstr(), readValue(entries)]);
  return Object.fromEntries(table);
}

function writeValue(to: ByteWriter, value: unknown): void {
  const isTyped = isTable(value) && '!' in value && 'value' in value;
  const name = isTyped ? String(value['!']) : typeNameOf(value);
  const type = wireTypes[name];
  if (type === undefined) throw new Error(`There is no wire type '${name}'.`);
  to.octet(type.code.charCodeAt(0));
  type.write(to, isTyped ? value['value'] : value);
}

function readValue(from: ByteReader): unknown {
  const code = String.fromCharCode(from.octet());
  const type = byCode.get(code);
  if (type === undefined) throw new Error(`A field value has the unknown type '${code}'.`);
  return type.read(from);
}

function typeNameOf(value: unknown): string {
  if (value === null || value === undefined) return 'void';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return numberTypeOf(value);
  if (typeof value === 'string') return 'longstr';
  return Array.isArray(value) ? 'array' : 'table';
}

function numberTypeOf(value: number): string {
  // What is beyond 64 bits is no integer to AMQP, though it is to JavaScript.
  if (!Number.isInteger(value) || Math.abs(value) >= 2 ** 63) return 'double';
  if (value >= -(2 ** 7) && value < 2 ** 7) return 'int8';
  if (value >= -(2 ** 15) && value < 2 ** 15) return 'int16';
  return value >= -(2 ** 31) && value < 2 ** 31 ? 'int32' : 'int64';
}
