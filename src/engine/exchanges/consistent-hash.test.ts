import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import type { Properties } from '../index.ts';

function aRing(weights: Readonly<Record<string, string>>, args: object = {}): ABroker {
  const broker = new ABroker();
  const exchange = { channel: 'a', exchange: 'e' };
  const exchangeType = 'x-consistent-hash';
  broker.ask({ type: 'exchange.declare', ...exchange, exchangeType, arguments: args });
  for (const [queue, routingKey] of Object.entries(weights)) {
    broker.ask({ type: 'queue.declare', channel: 'a', queue });
    broker.ask({ type: 'queue.bind', ...exchange, queue, routingKey });
  }
  return broker;
}

function queuesFor(
  broker: ABroker,
  routingKey: string,
  properties: Properties = {},
): readonly string[] {
  const publish = { type: 'basic.publish', channel: 'a', exchange: 'e', routingKey, body: '' };
  return broker
    .ask({ ...publish, properties })
    .flatMap((event) => (event.type === 'message.routed' ? event.queues : []));
}

describe('a consistent hash exchange', () => {
  it('sends a message to one queue, that of its first routing key', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (routingKey, CC) => {
        const broker = aRing({ q: '1', r: '2', s: '1' });
        const alone = queuesFor(broker, routingKey);
        expect(alone).toHaveLength(1);
        expect(queuesFor(broker, routingKey, { headers: { CC } })).toEqual(alone);
      }),
      { numRuns: 100 },
    );
  });

  it('sends to each queue about as much as its weight says', () => {
    const broker = aRing({ light: '10', heavy: '30' });
    const counts = new Map<string, number>();
    for (let number = 0; number < 2000; number++) {
      const [queue = ''] = queuesFor(broker, `key ${number}`);
      counts.set(queue, (counts.get(queue) ?? 0) + 1);
    }
    expect(counts.get('heavy')).toBeGreaterThan(1350);
    expect(counts.get('heavy')).toBeLessThan(1650);
  });

  it.each<[object, Properties]>([
    [{ 'hash-header': 'who' }, { headers: { who: 'ann' } }],
    [{ 'hash-property': 'message_id' }, { messageId: 'ann' }],
    [{ 'hash-property': 'correlation_id' }, { correlationId: 'ann' }],
    [{ 'hash-property': 'timestamp' }, { timestamp: 7 }],
  ])('with %j does not ask for the routing key', (args, properties) => {
    const broker = aRing({ q: '5', r: '5', s: '5', t: '5' }, args);
    const queues = new Set(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((key) => queuesFor(broker, key, properties)),
    );
    expect(queues.size).toBe(1);
  });
});
