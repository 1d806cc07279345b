/** The properties of a message as JSON: as AMQP calls them, with underscores. */
import type { Properties } from '#engine';
import { readTable, tableJson } from '../field-json.ts';
import type { Fields, Json } from '../json.ts';
import { isObject } from '../json.ts';
import { badRequest } from '../reply.ts';

const names = {
  content_type: 'contentType',
  content_encoding: 'contentEncoding',
  headers: 'headers',
  delivery_mode: 'deliveryMode',
  priority: 'priority',
  correlation_id: 'correlationId',
  reply_to: 'replyTo',
  expiration: 'expiration',
  message_id: 'messageId',
  timestamp: 'timestamp',
  type: 'type',
  user_id: 'userId',
  app_id: 'appId',
  cluster_id: 'clusterId',
} as const satisfies Readonly<Record<string, keyof Properties>>;

/** Those that are numbers, and what they can be. */
const numbers: Readonly<Record<string, number>> = {
  delivery_mode: 255,
  priority: 255,
  timestamp: Number.MAX_SAFE_INTEGER,
};

export const propertiesJson = (properties: Properties): Fields =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, key]): (readonly [string, Json])[] => {
      const value = properties[key];
      if (value === undefined) return [];
      return [[name, typeof value === 'object' ? tableJson(value) : value]];
    }),
  );

/** Names that AMQP does not know are passed over. */
export function readProperties(value: Json | undefined): Properties {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return {};
  if (!isObject(value)) throw badRequest('properties should be an object');
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, key]) => {
      const item = value[name];
      return item === undefined ? [] : [[key, readProperty(name, item)]];
    }),
  );
}

function readProperty(name: string, value: Json) {
  if (name === 'headers') return readTable(value);
  const max = numbers[name];
  if (max === undefined) {
    if (typeof value === 'string') return value;
    throw badRequest(['not_string', name]);
  }
  const isNumber = typeof value === 'number' && Number.isInteger(value);
  if (isNumber && value >= 0 && value <= max) return value;
  throw badRequest(['not_int', name]);
}
