/** The content header of a message: how long it is, and the properties that were set. */
import type { Properties } from '#engine';
import { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { readTable, writeTable } from './field-table.ts';
import { frameTypes } from './frame-types.ts';
import { classIdOfContent } from './method-table.ts';
import { internalError, unknownFrame } from './wire-error.ts';

export interface ContentHead {
  readonly classId: number;
  /** Always 0 where a peer keeps to the protocol. */
  readonly weight: number;
  readonly bodySize: number;
}

export interface ContentHeader extends ContentHead {
  readonly properties: Properties;
}

type PropertyType = 'shortstr' | 'octet' | 'timestamp' | 'table';

/** In the order of their flags, the highest bit first; the two lowest bits mean nothing to RabbitMQ. */
const propertyTypes: readonly (readonly [keyof Properties, PropertyType])[] = [
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
const flagged = propertyTypes.map(([name, type], index) => ({ flag: 0x8000 >> index, name, type }));

const names = new Set<string>(propertyTypes.map(([name]) => name));

export const isPropertyName = (name: string): name is keyof Properties => names.has(name);

/**
 * Properties that can be said in other bytes too, with those they came in: RabbitMQ hands them on as
 * they came, as long as it changes nothing.
 */
const asTheyCame = new WeakMap<Properties, Uint8Array>();

/** Class, weight and body size, which RabbitMQ looks at before the body comes. */
const headLength = 12;

/** Of the payload of a header frame; its properties are looked at when the body is there. */
export function decodeContentHead(payload: Uint8Array): ContentHead {
  if (payload.length < headLength) throw unknownFrame({ type: frameTypes.header, payload });
  const from = new ByteReader(payload);
  return { classId: from.short(), weight: from.short(), bodySize: from.longlong() };
}

/** Of the whole payload of a header frame of at least its fixed length. */
export function decodeProperties(payload: Uint8Array): Properties {
  const from = new ByteReader(payload, headLength);
  const properties: Record<string, unknown> = {};
  const flags = from.short();
  for (const { flag, name, type } of flagged) {
    if ((flags & flag) !== 0) properties[name] = readProperty(from, type);
  }
  if (from.at !== payload.length) throw internalError();
  if (!from.isOnlyWay) asTheyCame.set(properties, payload.slice(headLength));
  return properties;
}

function readProperty(from: ByteReader, type: PropertyType): unknown {
  if (type === 'shortstr') return from.shortstr(false);
  if (type === 'octet') return from.octet();
  return type === 'timestamp' ? from.longlong() : readTable(from);
}

export function decodeContentHeader(payload: Uint8Array): ContentHeader {
  const { classId, weight, bodySize } = decodeContentHead(payload);
  return { classId, weight, bodySize, properties: decodeProperties(payload) };
}

/** The payload of the header frame. */
export function writeContentHeader(to: ByteWriter, bodySize: number, properties: Properties): void {
  to.short(classIdOfContent);
  to.short(0);
  to.longlong(bodySize);
  const came = asTheyCame.get(properties);
  if (came !== undefined) {
    to.raw(came);
    return;
  }
  let flags = 0;
  for (const { flag, name } of flagged) if (properties[name] !== undefined) flags |= flag;
  to.short(flags);
  for (const { name, type } of flagged) {
    const value = properties[name];
    if (value !== undefined) writeProperty(to, type, value);
  }
}

function writeProperty(to: ByteWriter, type: PropertyType, value: unknown): void {
  if (type === 'shortstr') to.shortstr(String(value));
  else if (type === 'octet') to.octet(Number(value));
  else if (type === 'timestamp') to.longlong(Number(value));
  else writeTable(to, value as NonNullable<Properties['headers']>);
}
