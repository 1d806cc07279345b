/** What the key of a new binding is, until somebody types another. */
import { nodeKeyOf } from '#app';
import type { BindingSpec, Scenario } from '#scenario';
import { exchangeTypeOf } from '../graph/thing.ts';
import type { Thing } from '../graph/thing.ts';

/** Null where the source is no exchange, and there is no binding then. */
export function firstKeyOf(
  source: Thing,
  target: Pick<Thing, 'name' | 'key'> & { readonly kind: string },
  scenario: Scenario,
): string | null {
  if (source.kind !== 'exchange') return null;
  const wanted = wantedKey(exchangeTypeOf(source), target.name);
  const isTaken = (key: string): boolean =>
    scenario.bindings.some(
      (binding) => joins(binding, source, target) && binding.routing_key === key,
    );
  if (wanted === '' || !isTaken(wanted)) return wanted;
  let number = 2;
  while (isTaken(`${target.name}.${number}`)) number++;
  return `${target.name}.${number}`;
}

function wantedKey(type: string | null, target: string): string {
  if (type === 'topic') return '#';
  if (type === 'direct') return target;
  return type === 'x-consistent-hash' ? '1' : '';
}

const joins = (binding: BindingSpec, source: Thing, target: Pick<Thing, 'key'>): boolean =>
  nodeKeyOf('exchange', binding.source, binding.vhost) === source.key &&
  nodeKeyOf(binding.destination_type, binding.destination, binding.vhost) === target.key;

/** Whether it matters which key a binding of that exchange has. */
export const comparesKeys = (thing: Thing): boolean =>
  thing.kind === 'exchange' &&
  ['direct', 'topic', 'x-consistent-hash'].includes(exchangeTypeOf(thing) ?? '');
