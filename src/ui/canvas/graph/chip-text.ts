/** What the chip of a binding says: what the exchange compares with, as its type does it. */
import type { BindingSpec } from '#scenario';
import { exchangeTypeOf } from './thing.ts';
import type { ExchangeThing } from './thing.ts';

const typesWithoutKeys: readonly string[] = [
  'fanout',
  'x-random',
  'x-local-random',
  'x-modulus-hash',
  'x-recent-history',
];

/** Empty where the exchange does not look at the binding at all. */
export function chipTextOf(binding: BindingSpec, source: ExchangeThing | null): string {
  const type = source === null ? null : exchangeTypeOf(source);
  if (type === 'headers') return headersText(binding.arguments);
  if (type !== null && typesWithoutKeys.includes(type)) return binding.routing_key;
  if (type === 'x-consistent-hash') return `weight ${binding.routing_key}`;
  return binding.routing_key === '' ? 'empty key' : binding.routing_key;
}

function headersText(table: BindingSpec['arguments']): string {
  const match = table['x-match'];
  const compared = Object.entries(table)
    .filter(([name]) => name !== 'x-match' && (isWithX(match) || !name.startsWith('x-')))
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`);
  if (compared.length === 0) return 'no headers';
  const mode = typeof match === 'string' ? match : 'all';
  return compared.length === 1 ? compared.join('') : `${mode}: ${compared.join(', ')}`;
}

const isWithX = (match: unknown): boolean => typeof match === 'string' && match.endsWith('-with-x');
