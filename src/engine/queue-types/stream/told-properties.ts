/**
 * A message as a stream gives it back. Streams store messages in the form of AMQP 1.0, which does not
 * hold everything that was published: `clusterId` is lost, and so are lists and tables in headers. Each
 * message tells its offset.
 *
 * https://www.rabbitmq.com/docs/conversions
 */
import type { FieldTable, FieldValue } from '../../field-table.ts';
import { isTyped } from '../../field-value.ts';
import { headersTold } from '../../headers-told.ts';
import type { Properties, QueuedMessage } from '../../message.ts';
import type { BrokerProfile } from '../../profile.ts';

export function propertiesTold(
  { message, position }: QueuedMessage,
  profile: BrokerProfile,
): Properties {
  const { clusterId: _, ...properties } = message.properties;
  const { deliveryMode } = properties;
  const headers = headersTold(
    {
      ...headersKept(properties.headers, message.deaths.length > 0, profile),
      'x-stream-offset': { '!': 'int64', value: position - 1 },
    },
    profile,
  );
  return profile.streamsTellDeliveryMode
    ? { ...properties, deliveryMode: deliveryMode === 2 ? 2 : 1, headers }
    : { ...properties, headers };
}

function headersKept(
  headers: FieldTable | undefined,
  hasDied: boolean,
  { streamsKeepExtensionHeaders }: BrokerProfile,
): FieldTable {
  if (headers === undefined) return {};
  const isTold = ([name, value]: readonly [string, FieldValue]): boolean => {
    if (!streamsKeepExtensionHeaders) return !isListOrTable(value);
    if (name === 'x-death') return hasDied;
    if (/^x-basic-|^x-routing-key$|^x-exchange$/.test(name)) return false;
    return name === 'CC' || name.startsWith('x-') || !isListOrTable(value);
  };
  return Object.fromEntries(Object.entries(headers).filter(isTold));
}

const isListOrTable = (value: FieldValue): boolean =>
  Array.isArray(value) || (typeof value === 'object' && value !== null && !isTyped(value));
