/**
 * Modulus hash exchanges: each message goes to one of the bindings, that whose number is the hash of
 * the routing keys, modulo how many bindings there are. Binding keys mean nothing but the order in
 * which the bindings are numbered. The hash is Erlang's own, so a key goes where it would really go.
 *
 * https://github.com/rabbitmq/rabbitmq-server/tree/main/deps/rabbitmq_sharding
 */
import type { Binding } from '../broker.ts';
import type { ExchangeType, Routable } from './exchange-type.ts';
import { phash2 } from './phash2.ts';

/** By binding key, then exchanges before queues, then by name: the order of RabbitMQ's own table. */
type Index = readonly Binding[];

export const modulusHash: ExchangeType<Index> = {
  isKnown: ({ plugins }) => plugins.includes('rabbitmq_sharding'),
  emptyIndex: [],
  with: (index, binding) => [...index, binding].sort(byKeyAndDestination),
  without: (index, binding) => index.filter((other) => other !== binding),
  routesOnce: true,
  route: (index, message, reach) => {
    const chosen = index[placeOf(index, message)];
    if (chosen !== undefined) reach(chosen.destination);
  },
  explain: (index, binding, message) => {
    const place = placeOf(index, message);
    const own = index.indexOf(binding);
    const told = `the hash modulo ${index.length} is ${place}`;
    return own === place
      ? { matches: true, reason: told }
      : { matches: false, reason: `${told}, and this is binding ${own}` };
  },
};

const placeOf = ({ length }: Index, { routingKeys }: Routable): number =>
  phash2(routingKeys) % length;

function byKeyAndDestination(one: Binding, other: Binding): number {
  return (
    compare(one.routingKey, other.routingKey) ||
    compare(one.destination.kind, other.destination.kind) ||
    compare(one.destination.name, other.destination.name)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
