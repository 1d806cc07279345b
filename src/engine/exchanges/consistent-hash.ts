/**
 * Consistent hash exchanges: each message goes to exactly one of the bound queues, chosen by a hash
 * of its routing key, of a header or of a property. A binding key is the weight of its queue: how
 * many of the ring's buckets it has. A second binding of one queue adds no weight, and taking either
 * away takes the queue out.
 *
 * Which queue a key falls to is decided by Erlang's own functions, as in RabbitMQ: a key falls here where
 * it falls there.
 *
 * https://www.rabbitmq.com/docs/exchanges#consistent-hash
 */
import type { Binding, Destination } from '../broker.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import { integerOf, plainText, wireTypeName } from '../field-value.ts';
import type { Properties } from '../message.ts';
import type { BrokerProfile } from '../profile.ts';
import { bucketOf } from './jump-hash.ts';
import { phash2OfField, phash2OfText } from './phash2.ts';
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
  route: ({ buckets }, message, reach, profile, args) => {
    const chosen = choose(buckets, message, args, profile);
    if (chosen !== null) reach(chosen);
  },
  explain: ({ buckets }, { destination }, message, profile, args) => {
    const chosen = choose(buckets, message, args, profile);
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
  profile: BrokerProfile,
): Destination | null {
  if (buckets.length === 0) return null;
  return buckets[bucketOf(keyOf(message, args, profile), buckets.length)] as Destination;
}

/** What is not there is hashed too: as Erlang's word for nothing. */
const undefinedKey = 45_914_356;

function keyOf(
  { routingKey, properties: given }: Routable,
  args: FieldTable,
  profile: BrokerProfile,
): number {
  if (args['hash-header'] !== undefined) {
    return keyOfHeader(given.headers?.[plainText(args['hash-header'])], profile);
  }
  if (args['hash-property'] === undefined) return phash2OfText(routingKey);
  const property = properties[plainText(args['hash-property'])] as keyof Properties;
  const value = given[property];
  return value === undefined ? undefinedKey : phash2OfText(String(value));
}

/** Some versions hash the value with its wire type; others the value, and a number not at all. */
function keyOfHeader(
  value: FieldValue | undefined,
  { hashesHeadersWithType }: BrokerProfile,
): number {
  if (value === undefined) return undefinedKey;
  const number = integerOf(value);
  const plain = number ?? (typeof value === 'boolean' ? value : plainText(value));
  if (hashesHeadersWithType) return phash2OfField(wireTypeName(value), plain);
  return typeof plain === 'number' ? plain : phash2OfText(String(plain));
}
