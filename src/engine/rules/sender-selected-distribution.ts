/**
 * Sender-selected distribution: a publisher may name further routing keys in the `CC` and `BCC`
 * headers. Both are lists of text; `BCC` is taken out before anybody gets to see the message.
 *
 * https://www.rabbitmq.com/docs/sender-selected
 */
import type { FieldValue } from '../field-table.ts';
import { wireTypeName } from '../field-value.ts';
import type { Properties } from '../message.ts';
import { invalidMessage } from '../protocol-error.ts';

/** The message's own key first; each key as often as it is named. */
export function routingKeysOf(routingKey: string, { headers }: Properties): readonly string[] {
  if (headers === undefined || (headers['CC'] === undefined && headers['BCC'] === undefined)) {
    return [routingKey];
  }
  return [routingKey, ...carbonCopies(headers['CC']), ...carbonCopies(headers['BCC'])];
}

/** The keys that a `CC` header names; what is not text is passed over. */
export function carbonCopies(value: FieldValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Refuses a header that is no list. */
export function checkCarbonCopies({ headers }: Properties): void {
  for (const name of ['CC', 'BCC']) {
    const value = headers?.[name];
    if (value === undefined || Array.isArray(value)) continue;
    throw invalidMessage(`{unacceptable_type_in_header,"${name}",${wireTypeName(value)}}`);
  }
}

/** The properties as everybody but the broker sees them. */
export function withoutBcc(properties: Properties): Properties {
  if (properties.headers?.['BCC'] === undefined) return properties;
  const { BCC: _, ...headers } = properties.headers;
  return { ...properties, headers };
}
