import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import { phash2 } from './phash2.ts';

const plugins = ['rabbitmq_sharding'] as const;

/** With a queue for each binding key, of that name, bound in this order. */
function shards(...keys: readonly string[]): ABroker {
  const broker = new ABroker('4.0', { plugins });
  broker.ask({
    type: 'exchange.declare',
    channel: 'a',
    exchange: 'e',
    exchangeType: 'x-modulus-hash',
  });
  for (const routingKey of keys) {
    broker.ask({ type: 'queue.declare', channel: 'a', queue: `q${routingKey}` });
    broker.ask({
      type: 'queue.bind',
      channel: 'a',
      queue: `q${routingKey}`,
      exchange: 'e',
      routingKey,
    });
  }
  return broker;
}

function queuesFor(broker: ABroker, routingKey: string, headers: object = {}): unknown {
  const publish = { type: 'basic.publish', channel: 'a', exchange: 'e', routingKey, body: '' };
  return broker
    .ask({ ...publish, properties: { headers } })
    .flatMap((event) => (event.type === 'message.routed' ? [event.queues] : []))[0];
}

describe('a modulus hash exchange', () => {
  it('sends a message to the binding whose number is its hash modulo their count', () => {
    fc.assert(
      fc.property(fc.string(), (routingKey) => {
        const number = phash2([routingKey]) % 3;
        expect(queuesFor(shards('0', '1', '2'), routingKey)).toEqual([`q${number}`]);
      }),
      { numRuns: 50 },
    );
  });

  it('numbers its bindings by their keys, however they came to be', () => {
    const keys = ['2', '0', '1'];
    for (const routingKey of ['a', 'b', 'c', 'd', 'e']) {
      const there = queuesFor(shards(...keys), routingKey);
      expect(queuesFor(shards(...keys.toReversed()), routingKey)).toEqual(there);
    }
  });

  it('hashes further routing keys along, and reaches one queue all the same', () => {
    const number = phash2(['a', 'b', 'c']) % 3;
    expect(queuesFor(shards('0', '1', '2'), 'a', { CC: ['b', 'c'] })).toEqual([`q${number}`]);
  });

  it('without bindings reaches nothing', () => {
    expect(queuesFor(shards(), 'a')).toBeUndefined();
  });
});
