/** The content header of a message: how long it is, and the properties that were set. */
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readTable, writeTable } from './field-table.ts';
import type { Table } from './field-table.ts';
import { classIdOfContent } from './method-table.ts';

type PropertyType = 'shortstr' | 'octet' | 'timestamp' | 'table';

/** In the order of their flags, the highest bit first. */
const propertyTypes: readonly (readonly [string, PropertyType])[] = [
  ['contentType', 'shortstr'],
  ['contentEncoding', 'shortstr'],
  ['headers', 'table'],
  ['deliveryMode', 'octet'],
  ['priority', 'octet'],
  ['correlationId', 'shortstr'],
  ['replyTo', 'shortstr'],
  ['expiration', 'shortstr'],
  ['messageId', 'shortstr'],
  ['timestamp', 'timestamp'],
  ['type', 'shortstr'],
  ['userId', 'shortstr'],
  ['appId', 'shortstr'],
  ['clusterId', 'shortstr'],
];

const flagOf = (index: number): number => 1 << (15 - index);

export interface ContentHeader {
  readonly bodySize: number;
  readonly properties: Table;
}

export function encodeContentHeader({ bodySize, properties }: ContentHeader): Buffer {
  const known = new Set(propertyTypes.map(([name]) => name));
  const unknown = Object.keys(properties).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`There is no property '${unknown.join("', '")}'.`);
  const values = new ByteWriter();
  let flags = 0;
  for (const [index, [name, type]] of propertyTypes.entries()) {
    const value = properties[name];
    if (value === undefined) continue;
    flags |= flagOf(index);
    if (type === 'shortstr') values.shortstr(String(value));
    else if (type === 'octet') values.octet(Number(value));
    else if (type === 'timestamp') values.longlong(Number(value));
    else writeTable(values, value as Table);
  }
  const header = new ByteWriter();
  header.short(classIdOfContent);
  header.short(0);
  header.longlong(bodySize);
  header.short(flags);
  header.bytes(values.toBuffer());
  return header.toBuffer();
}

export function decodeContentHeader(payload: Buffer): ContentHeader {
  const from = new ByteReader(payload);
  from.short();
  from.short();
  const bodySize = from.longlong();
  const flags = from.short();
  const properties = propertyTypes
    .filter((_, index) => (flags & flagOf(index)) !== 0)
    .map(([name, type]) => [name, readProperty(from, type)] as const);
  return { bodySize, properties: Object.fromEntries(properties) };
}

function readProperty(from: ByteReader, type: PropertyType): unknown {
  if (type === 'shortstr') return from.shortstr();
  if (type === 'octet') return from.octet();
  return type === 'timestamp' ? from.longlong() : readTable(from);
}
