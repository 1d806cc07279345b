/**
 * Bindings: made, found and taken away. An exchange that deletes itself goes with the last of those
 * of which it is the source.
 *
 * https://www.rabbitmq.com/docs/exchanges#bindings
 */
import { PersistentMap } from '#base';
import type { Binding, BindingKey, Destination, Exchange, Vhost } from '../broker.ts';
import { typeOf } from '../exchanges/index.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import { isTyped, wireTypeName } from '../field-value.ts';
import type { VhostName } from '../names.ts';
import type { Transaction } from '../transaction.ts';

/** Two bindings are one if source, destination, key and arguments, with their types, are equal. */
export function bindingKeyOf({
  source,
  destination,
  routingKey,
  arguments: args,
}: Binding): BindingKey {
  return JSON.stringify([source, destination.kind, destination.name, routingKey, typed(args)]);
}

/** With the type of each value spelled out, and the names in order. */
function typed(args: FieldTable): unknown {
  return Object.keys(args)
    .sort()
    .map((name) => [name, typedValue(args[name] as FieldValue)]);
}

function typedValue(value: FieldValue): unknown {
  if (Array.isArray(value)) return value.map(typedValue);
  if (typeof value !== 'object' || value === null) return [wireTypeName(value), value];
  return isTyped(value) ? [wireTypeName(value), value.value] : typed(value as FieldTable);
}

export const destinationKeyOf = ({ kind, name }: Destination): string => `${kind} ${name}`;

/** Answers whether it is new. */
export function addBinding(tx: Transaction, vhostName: VhostName, binding: Binding): boolean {
  const vhost = tx.editVhost(vhostName);
  const source = vhost.exchanges.get(binding.source) as Exchange;
  const key = bindingKeyOf(binding);
  if (source.bindings.has(key)) return false;
  tx.putExchange(vhostName, {
    ...source,
    bindings: source.bindings.set(key, binding),
    index: typeOf(source).with(source.index, binding),
  });
  const destination = destinationKeyOf(binding.destination);
  const others = vhost.bindingsTo.get(destination) ?? PersistentMap.empty<BindingKey, Binding>();
  vhost.bindingsTo = vhost.bindingsTo.set(destination, others.set(key, binding));
  tx.record({ type: 'binding.created', ...told(vhostName, binding) });
  return true;
}

export const hasBinding = (vhost: Vhost, binding: Binding): boolean =>
  vhost.exchanges.get(binding.source)?.bindings.has(bindingKeyOf(binding)) ?? false;

/** Whether an exchange that deletes itself does so with its last binding. */
export type SourceFate = 'may-go' | 'stays';

/** Does nothing where there is no such binding. */
export function removeBinding(
  tx: Transaction,
  vhostName: VhostName,
  binding: Binding,
  fate: SourceFate = 'may-go',
): void {
  const vhost = tx.editVhost(vhostName);
  const source = vhost.exchanges.get(binding.source);
  const key = bindingKeyOf(binding);
  const existing = source?.bindings.get(key);
  if (source === undefined || existing === undefined) return;
  const changed = {
    ...source,
    bindings: source.bindings.delete(key),
    index: typeOf(source).without(source.index, existing),
  };
  tx.putExchange(vhostName, changed);
  forgetDestination(tx, vhostName, existing);
  tx.record({ type: 'binding.removed', ...told(vhostName, binding) });
  if (fate === 'stays') return;
  if (changed.autoDelete && changed.bindings.size === 0) removeExchange(tx, vhostName, changed);
}

function forgetDestination(tx: Transaction, vhostName: VhostName, binding: Binding): void {
  const vhost = tx.editVhost(vhostName);
  const destination = destinationKeyOf(binding.destination);
  const others = vhost.bindingsTo.get(destination)?.delete(bindingKeyOf(binding));
  vhost.bindingsTo =
    others === undefined || others.size === 0
      ? vhost.bindingsTo.delete(destination)
      : vhost.bindingsTo.set(destination, others);
}

/** Takes away all that lead to the queue or exchange. */
export function removeBindingsTo(
  tx: Transaction,
  vhostName: VhostName,
  destination: Destination,
  fate: SourceFate = 'may-go',
): void {
  const bindings = tx.vhost(vhostName).bindingsTo.get(destinationKeyOf(destination));
  if (bindings === undefined) return;
  for (const binding of bindings.values()) removeBinding(tx, vhostName, binding, fate);
}

/** Deletes an exchange with all its bindings, on both sides. */
export function removeExchange(tx: Transaction, vhostName: VhostName, exchange: Exchange): void {
  for (const binding of exchange.bindings.values()) {
    forgetDestination(tx, vhostName, binding);
    tx.record({ type: 'binding.removed', ...told(vhostName, binding) });
  }
  const vhost = tx.editVhost(vhostName);
  vhost.exchanges = vhost.exchanges.delete(exchange.name);
  tx.record({ type: 'exchange.deleted', vhost: vhostName, exchange: exchange.name });
  removeBindingsTo(tx, vhostName, { kind: 'exchange', name: exchange.name });
}

/** All bindings of a virtual host, those of the default exchange left out. */
export const eachBinding = (vhost: Vhost): Binding[] =>
  [...vhost.exchanges.values()].flatMap(({ bindings }) => [...bindings.values()]);

const told = (vhost: VhostName, { source, destination, routingKey }: Binding) => ({
  vhost,
  source,
  destination,
  routingKey,
});
