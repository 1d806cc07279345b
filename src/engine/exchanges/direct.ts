/**
 * Direct exchanges: a message goes where a binding key equals its routing key.
 *
 * https://www.rabbitmq.com/docs/exchanges#direct
 */
import { PersistentMap } from '#base';
import type { Binding } from '../broker.ts';
import type { ExchangeType } from './exchange-type.ts';

type Index = PersistentMap<string, readonly Binding[]>;

export const direct: ExchangeType<Index> = {
  emptyIndex: PersistentMap.empty(),
  with: (index, binding) =>
    index.set(binding.routingKey, [...(index.get(binding.routingKey) ?? []), binding]),
  without: (index, binding) => {
    const others = (index.get(binding.routingKey) ?? []).filter((other) => other !== binding);
    return others.length === 0
      ? index.delete(binding.routingKey)
      : index.set(binding.routingKey, others);
  },
  route: (index, { routingKey }, reach) => {
    for (const { destination } of index.get(routingKey) ?? []) reach(destination);
  },
  explain: (_, binding, { routingKey }) =>
    binding.routingKey === routingKey
      ? { matches: true, reason: 'the keys are equal' }
      : { matches: false, reason: `“${routingKey}” is not “${binding.routingKey}”` },
};
