/** The headers of a message to which the broker has added some of its own. */
import type { FieldTable } from './field-table.ts';
import type { BrokerProfile } from './profile.ts';

/** All of them, in the order in which they go out. */
export function headersTold(
  headers: FieldTable,
  { sortsHeadersItAddsTo }: BrokerProfile,
): FieldTable {
  if (!sortsHeadersItAddsTo) return headers;
  const names = Object.keys(headers);
  if (names.every((name, index) => index === 0 || (names[index - 1] as string) < name))
    return headers;
  return Object.fromEntries(Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1)));
}
