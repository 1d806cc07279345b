/** A binding, and the text by which a path tells it from others between the same two things. */
import { hashOfArguments } from '#engine';
import type { Binding, VhostName } from '#engine';
import { tableJson } from '../field-json.ts';
import type { Fields } from '../json.ts';

export const bindingJson = (vhost: VhostName, binding: Binding): Fields => ({
  arguments: tableJson(binding.arguments),
  destination: binding.destination.name,
  destination_type: binding.destination.kind,
  properties_key: propertiesKeyOf(binding),
  routing_key: binding.routingKey,
  source: binding.source,
  vhost,
});

/** The routing key, `~` where it is empty, and where there are arguments a hash of them. */
export function propertiesKeyOf({ routingKey, arguments: args }: Binding): string {
  const key = quoted(routingKey);
  if (Object.keys(args).length > 0) return `${key}~${argumentsHash(args)}`;
  return routingKey === '' ? '~' : key;
}

function argumentsHash(args: Binding['arguments']): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(hashOfArguments(args));
  return bytes.toString('base64url');
}

const halfPairs = /\p{Surrogate}/gu;

/** As in a form: a blank is `+`, and the tilde has a meaning of its own. */
const quoted = (text: string): string =>
  encodeURIComponent(text.replaceAll(halfPairs, '\ufffd'))
    .replaceAll('%20', '+')
    .replaceAll('~', '%7E')
    .replaceAll(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
