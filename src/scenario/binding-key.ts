/** Tells a binding of a document from all others; the document has no other name for it. */
import type { ArgumentValue, BindingSpec } from './schema.ts';

/** Two bindings with the same arguments in another order are one, as they are to RabbitMQ. */
export const bindingKeyOf = (binding: BindingSpec): string =>
  `binding:${JSON.stringify([
    binding.vhost,
    binding.source,
    binding.destination_type,
    binding.destination,
    binding.routing_key,
    inOrder(binding.arguments),
  ])}`;

function inOrder(value: ArgumentValue): ArgumentValue {
  if (isList(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, inOrder(item)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

const isList = (value: ArgumentValue): value is readonly ArgumentValue[] => Array.isArray(value);
