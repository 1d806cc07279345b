/** Tells a binding of a document from all others; the document has no other name for it. */
import type { BindingSpec } from './schema.ts';

export const bindingKeyOf = (binding: BindingSpec): string =>
  `binding:${JSON.stringify([
    binding.vhost,
    binding.source,
    binding.destination_type,
    binding.destination,
    binding.routing_key,
    binding.arguments,
  ])}`;
