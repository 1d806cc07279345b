/** Conditions on a delivery: for which messages a consumer's work ends in which way. */
import type { FieldValue } from '#engine';
import type { OutcomeSpec } from '#scenario';
import type { DeliverFrame } from './client-state.ts';

type Condition = OutcomeSpec['when'];

/** All that are given must hold. */
export function meets(delivery: DeliverFrame, condition: Condition): boolean {
  const { routing_key, header, body_contains, redelivered, deaths_min } = condition;
  const { properties } = delivery;
  if (routing_key !== undefined && !matchesPattern(routing_key, delivery.routingKey)) return false;
  if (header !== undefined && plain(properties.headers?.[header.name]) !== header.value)
    return false;
  if (body_contains !== undefined && !delivery.body.includes(body_contains)) return false;
  if (redelivered !== undefined && delivery.redelivered !== redelivered) return false;
  return deaths_min === undefined || deathCountOf(delivery) >= deaths_min;
}

/** How many deaths the message's `x-death` header tells of. */
export function deathCountOf({ properties }: DeliverFrame): number {
  const deaths = properties.headers?.['x-death'];
  if (!Array.isArray(deaths)) return 0;
  return deaths.reduce((sum: number, death: FieldValue) => {
    const count = plain(Reflect.get(Object(death), 'count') as FieldValue | undefined);
    return sum + (typeof count === 'number' ? count : 0);
  }, 0);
}

/** The value itself where it is written with its type. */
function plain(value: FieldValue | undefined): FieldValue | undefined {
  return typeof value === 'object' && value !== null && '!' in value && 'value' in value
    ? (value.value as FieldValue)
    : value;
}

/**
 * Whether a routing key matches a pattern of words, `*` and `#`, as topic exchanges understand it.
 * Whenever the rest fails to match, the last `#` takes one more word.
 */
export function matchesPattern(pattern: string, routingKey: string): boolean {
  const parts = wordsOf(pattern);
  const words = wordsOf(routingKey);
  let part = 0;
  let word = 0;
  let hash = -1;
  let hashTookUntil = 0;
  while (word < words.length) {
    if (parts[part] === '#') {
      hash = part++;
      hashTookUntil = word;
    } else if (part < parts.length && (parts[part] === '*' || parts[part] === words[word])) {
      part++;
      word++;
    } else if (hash !== -1) {
      part = hash + 1;
      word = ++hashTookUntil;
    } else {
      return false;
    }
  }
  while (parts[part] === '#') part++;
  return part === parts.length;
}

const wordsOf = (key: string): string[] => (key === '' ? [] : key.split('.'));
