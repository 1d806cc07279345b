/**
 * Random exchanges: each message goes to one of the bound queues, whatever the keys. Runs must
 * replay, so the choice is drawn from the number of the message and not from chance. On a broker
 * with one node, `x-local-random` does the same as `x-random`.
 *
 * https://www.rabbitmq.com/docs/exchanges#local-random
 */
import type { Binding } from '../broker.ts';
import type { ExchangeType, Routable } from './exchange-type.ts';

export const random: ExchangeType<readonly Binding[]> = {
  isKnown: ({ plugins }) => plugins.includes('rabbitmq_random_exchange'),
  emptyIndex: [],
  with: (index, binding) => [...index, binding],
  without: (index, binding) => index.filter((other) => other !== binding),
  routesOnce: true,
  route: (index, message, reach) => {
    const chosen = choose(index, message);
    if (chosen !== undefined) reach(chosen.destination);
  },
  explain: (index, binding, message) =>
    choose(index, message) === binding
      ? { matches: true, reason: 'it was drawn' }
      : { matches: false, reason: 'another was drawn' },
};

/** It comes with the broker. */
export const localRandom: typeof random = {
  ...random,
  isKnown: ({ profile }) => profile.knowsLocalRandomExchange,
};

function choose(index: readonly Binding[], { number }: Routable): Binding | undefined {
  return index.length === 0 ? undefined : index[hashOf(`message ${number}`) % index.length];
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
