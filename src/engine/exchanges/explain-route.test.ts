/** That the explanation of a route comes to the same queues as the route, for every type. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import { explainRoute, pluginNames } from '../index.ts';
import { exchangeTypes } from './index.ts';
import { route } from './route.ts';

const types = Object.keys(exchangeTypes);
const inner = types.filter((type) => type !== 'x-delayed-message');
const name = fc.constantFrom('e0', 'e1', 'e2');
const queue = fc.constantFrom('q0', 'q1', 'q2', 'q3');
// Numbers, so that a consistent hash exchange takes them, too.
const key = fc.constantFrom('1', '2', '3');

const anExchange = fc.record({
  exchangeType: fc.constantFrom(...types),
  arguments: fc.record(
    { 'x-delayed-type': fc.constantFrom(...inner), 'alternate-exchange': name },
    { requiredKeys: ['x-delayed-type'] },
  ),
});

const aBinding = fc.oneof(
  fc.record({ type: fc.constant('queue.bind'), exchange: name, queue, routingKey: key }),
  fc.record({
    type: fc.constant('exchange.bind'),
    source: name,
    destination: name,
    routingKey: key,
  }),
);

const aMessage = fc.record({
  routingKey: key,
  properties: fc.record({
    headers: fc.record(
      {
        CC: fc.array(key, { maxLength: 2 }),
        'x-delay': fc.constantFrom(-5, 0, 5),
      },
      { requiredKeys: [] },
    ),
  }),
});

describe('the explanation of a route', () => {
  it('comes to the same queues, whatever the types of the exchanges', () => {
    fc.assert(
      fc.property(
        fc.array(anExchange, { minLength: 3, maxLength: 3 }),
        fc.array(aBinding, { minLength: 4, maxLength: 14 }),
        aMessage,
        fc.nat({ max: 20 }),
        (exchanges, bindings, { routingKey, properties }, id) => {
          const asker = new ABroker('4.0', { plugins: pluginNames });
          for (const [index, exchange] of exchanges.entries()) {
            const named = { type: 'exchange.declare', channel: 'a', exchange: `e${index}` };
            asker.ask({ ...named, ...exchange });
          }
          for (let number = 0; number < 4; number++) {
            asker.ask({ type: 'queue.declare', channel: 'a', queue: `q${number}` });
          }
          for (const binding of bindings) {
            expect(asker.refusal({ channel: 'a', ...binding })).toBeNull();
          }
          const { broker } = asker;
          const vhost = broker.vhosts.get('/' as never);
          const start = vhost?.exchanges.get('e0' as never);
          if (vhost === undefined || start === undefined) throw new Error('there is no e0');
          const routingKeys = [routingKey, ...(properties.headers.CC ?? [])];
          const message = { id, routingKeys, properties };
          const { queues } = route(vhost, start, message, broker.profile);
          const why = explainRoute(broker, vhost.name, start.name, { ...message, routingKey });
          expect(why?.queues).toEqual(queues);
        },
      ),
      { numRuns: 400 },
    );
  });
});
