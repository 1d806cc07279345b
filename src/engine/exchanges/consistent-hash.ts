/**
 * Consistent hash exchanges: each message goes to exactly one of the bound queues, chosen by a hash
 * of its routing key, of a header or of a property. A binding key is the weight of its queue: how
 * many of the ring's buckets it has. A second binding of one queue adds no weight, and taking either
 * away takes the queue out.
 *
 * Which queue a key falls to is not the same as in RabbitMQ, which hashes by Erlang's own functions;
 * that a key always falls to the same one, and moves little when queues come and go, is.
 *
 * https://www.rabbitmq.com/docs/exchanges#consistent-hash
 */
import type { Binding, Destination } from '../broker.ts';
import type { FieldTable } from '../field-table.ts';
import { plainText } from '../field-value.ts';
import type { Properties } from '../message.ts';
import { preconditionFailed } from '../protocol-error.ts';
import type { ExchangeType, Routable } from './exchange-type.ts';

interface Ring {
  /** One entry for each bucket. */
  readonly buckets: readonly Destination[];
}

const properties: Readonly<Record<string, keyof Properties>> = {
  correlation_id: 'correlationId',
  message_id: 'messageId',
  timestamp: 'timestamp',
};

export const consistentHash: ExchangeType<Ring> = {
  isKnown: ({ plugins }) => plugins.includes('rabbitmq_consistent_hash_exchange'),
  emptyIndex: { buckets: [] },
  with: ({ buckets }, { destination, routingKey }) => {
    if (buckets.some((bucket) => isSame(bucket, destination))) return { buckets };
    const weight = Math.min(Number(routingKey), 10_000);
    return { buckets: [...buckets, ...Array.from({ length: weight }, () => destination)] };
  },
  without: ({ buckets }, { destination }) => ({
    buckets: buckets.filter((bucket) => !isSame(bucket, destination)),
  }),
  // Of several routing keys the first one is hashed.
  routesOnce: true,
  route: ({ buckets }, message, reach, _, args) => {
    const chosen = choose(buckets, message, args);
    if (chosen !== null) reach(chosen);
  },
  explain: ({ buckets }, { destination }, message, _, args) => {
    const chosen = choose(buckets, message, args);
    return chosen !== null && isSame(chosen, destination)
      ? { matches: true, reason: 'the hash falls into one of its buckets' }
      : { matches: false, reason: 'the hash falls into a bucket of another' };
  },
  validateBinding: ({ routingKey }: Binding) => {
    const text = routingKey === '' ? '<<>>' : `<<"${routingKey}">>`;
    if (!/^[+-]?\d+$/.test(routingKey)) {
      throw preconditionFailed(`The binding key must be an integer: ${text}`);
    }
    if (Number(routingKey) <= 0) {
      throw preconditionFailed('The binding key must be greater than 0');
    }
  },
  validateArguments: (args) => {
    const property = args['hash-property'];
    if (property !== undefined && args['hash-header'] !== undefined) {
      throw preconditionFailed('hash-header and hash-property are mutually exclusive');
    }
    if (property !== undefined && !Object.hasOwn(properties, plainText(property))) {
      throw preconditionFailed(`Unsupported property: ${plainText(property)}`);
    }
  },
};

const isSame = (one: Destination, other: Destination): boolean =>
  one.name === other.name && one.kind === other.kind;

function choose(
  buckets: readonly Destination[],
  message: Routable,
  args: FieldTable,
): Destination | null {
  if (buckets.length === 0) return null;
  return buckets[jump(hashOf(hashedText(message, args)), buckets.length)] as Destination;
}

function hashedText({ routingKey, properties: given }: Routable, args: FieldTable): string {
  if (args['hash-header'] !== undefined) {
    const value = given.headers?.[plainText(args['hash-header'])];
    return value === undefined ? '' : plainText(value);
  }
  if (args['hash-property'] !== undefined) {
    const property = properties[plainText(args['hash-property'])] as keyof Properties;
    return String(given[property] ?? '');
  }
  return routingKey;
}

/** Lamping and Veach's jump consistent hash: adding a bucket moves only what falls to it. */
function jump(hash: number, bucketCount: number): number {
  let state = hash;
  let bucket = 0;
  let next = 0;
  while (next < bucketCount) {
    bucket = next;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    next = Math.floor((bucket + 1) / ((state + 1) / 2 ** 32));
  }
  return bucket;
}

export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
