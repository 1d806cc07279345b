/**
 * Alternate exchanges: what an exchange cannot route goes on to the one that its argument names, or
 * else its policy.
 *
 * https://www.rabbitmq.com/docs/ae
 */
import type { FieldTable } from '../field-table.ts';
import type { ExchangeName } from '../names.ts';

/** Reads arguments that have been checked, and what the policies of the exchange define. */
export function alternateIn(args: FieldTable, defined: FieldTable = {}): ExchangeName | null {
  const name = args['alternate-exchange'] ?? defined['alternate-exchange'];
  return (name as ExchangeName | undefined) ?? null;
}
