/**
 * Fanout exchanges: a message goes to everything that is bound, whatever the keys.
 *
 * https://www.rabbitmq.com/docs/exchanges#fanout
 */
import type { Binding } from '../broker.ts';
import type { ExchangeType } from './exchange-type.ts';

export const fanout: ExchangeType<readonly Binding[]> = {
  emptyIndex: [],
  with: (index, binding) => [...index, binding],
  without: (index, binding) => index.filter((other) => other !== binding),
  route: (index, _, reach) => {
    for (const { destination } of index) reach(destination);
  },
  explain: () => ({ matches: true, reason: 'a fanout exchange ignores keys' }),
};
