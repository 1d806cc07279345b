/** What a broker says, without what it makes up anew each time: names, tokens and the time of day. */
import type { Fields } from './conversation.ts';

/** What stands after the first part is made up. */
const madeUp = /^(amq\.gen-|amq\.ctag-|amq\.rabbitmq\.reply-to\.).+$/;

export function withoutChance(fields: Fields): Fields {
  return plain(fields, '') as Fields;
}

function plain(value: unknown, name: string): unknown {
  if (typeof value === 'string') {
    // Each node has its own.
    return name === 'cluster_name' ? '*' : value.replace(madeUp, '$1*');
  }
  if (Array.isArray(value)) return value.map((item) => plain(item, name));
  if (typeof value !== 'object' || value === null) return value;
  const isTimeOfDeath = name === 'time' && '!' in value;
  if (isTimeOfDeath) return { ...value, value: '*' };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, key)]));
}
