import { describe, expect, it } from 'vitest';
import { completeScenario } from '#scenario';
import type { Scenario, ScenarioSpec } from '#scenario';
import { createGraphReader, graphOf } from './graph.ts';
import { isMissing, isPredeclared } from './thing.ts';

const shop = (spec: Partial<ScenarioSpec> = {}): Scenario =>
  completeScenario({
    version: 1,
    exchanges: [{ name: 'orders', type: 'topic' }],
    queues: [{ name: 'billing' }, { name: 'audit' }],
    bindings: [
      { source: 'orders', destination: 'billing', routing_key: 'order.*' },
      { source: 'orders', destination: 'audit', routing_key: '#' },
    ],
    clients: [
      { name: 'shop', publishers: [{ exchange: 'orders', routing_key: 'order.created' }] },
      { name: 'biller', consumers: [{ queue: 'billing' }] },
    ],
    positions: { 'exchange:orders': [300, 100] },
    ...spec,
  });

const lines = (scenario: Scenario): readonly string[] =>
  graphOf(scenario).edges.map(({ kind, from, to }) => `${kind} ${from} ${to}`);

describe('graphOf', () => {
  it('has a node for each thing, named and of its kind', () => {
    const kinds = [...graphOf(shop()).nodes].map(([key, { thing }]) => [key, thing.kind]);
    expect(kinds).toEqual([
      ['exchange:orders', 'exchange'],
      ['queue:billing', 'queue'],
      ['queue:audit', 'queue'],
      ['client:shop', 'producer'],
      ['client:biller', 'consumer'],
    ]);
  });

  it('joins publishers, bindings and consumers in the direction of the messages', () => {
    expect(lines(shop())).toEqual([
      'publish client:shop exchange:orders',
      'binding exchange:orders queue:billing',
      'binding exchange:orders queue:audit',
      'subscription queue:billing client:biller',
    ]);
  });

  it('lets several bindings between two nodes share a line, with a chip each', () => {
    const scenario = shop({
      bindings: [
        { source: 'orders', destination: 'billing', routing_key: 'order.*' },
        { source: 'orders', destination: 'billing', routing_key: 'refund.#' },
      ],
    });
    const [line, ...others] = graphOf(scenario).edges.filter(({ kind }) => kind === 'binding');
    expect(others).toEqual([]);
    expect(line?.chips.map(({ text }) => text)).toEqual(['order.*', 'refund.#']);
    expect(new Set(line?.chips.map(({ key }) => key)).size).toBe(2);
  });

  it('leads a publisher to the default exchange straight to the queues it names', () => {
    const clients = [{ name: 'shop', publishers: [{ routing_key: 'billing' }] }];
    const edge = graphOf(shop({ clients })).edges[0];
    expect(edge).toMatchObject({
      kind: 'default-publish',
      from: 'client:shop',
      to: 'queue:billing',
    });
    expect(edge?.chips.map(({ text }) => text)).toEqual(['default exchange']);
  });

  it('draws dead letters, to the exchange or straight to a queue, and alternate exchanges', () => {
    const scenario = shop({
      exchanges: [
        { name: 'orders', type: 'topic', arguments: { 'alternate-exchange': 'lost' } },
        { name: 'lost', type: 'fanout' },
      ],
      queues: [
        { name: 'billing', arguments: { 'x-dead-letter-exchange': 'lost' } },
        {
          name: 'audit',
          arguments: { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'billing' },
        },
      ],
    });
    expect(lines(scenario)).toEqual(
      expect.arrayContaining([
        'dead-letter queue:billing exchange:lost',
        'dead-letter queue:audit queue:billing',
        'alternate exchange:orders exchange:lost',
      ]),
    );
  });

  it('draws what a policy says of dead letters and alternate exchanges, unless an argument does', () => {
    const policy = { pattern: '^(billing|orders)$', definition: {} };
    const scenario = shop({
      exchanges: [{ name: 'orders', type: 'topic' }, { name: 'lost' }, { name: 'own' }],
      queues: [
        { name: 'billing' },
        { name: 'billing-2', arguments: { 'x-dead-letter-exchange': 'own' } },
        { name: 'audit', arguments: { 'x-queue-type': 'stream' } },
      ],
      policies: [
        { ...policy, name: 'all', pattern: '', definition: { 'dead-letter-exchange': 'lost' } },
        {
          ...policy,
          name: 'orders',
          pattern: '^orders$',
          priority: 2,
          definition: { 'alternate-exchange': 'lost' },
        },
        { ...policy, name: 'refused', pattern: '(', priority: 3, definition: { expires: 5 } },
      ],
    });
    expect(lines(scenario).filter((line) => /^(dead-letter|alternate)/.test(line))).toEqual([
      'dead-letter queue:billing exchange:lost',
      'dead-letter queue:billing-2 exchange:own',
      'alternate exchange:orders exchange:lost',
    ]);
  });

  it('draws what a consumer publishes on, and answers to the queues that requests name', () => {
    const scenario = shop({
      queues: [{ name: 'requests' }, { name: 'answers' }],
      bindings: [],
      clients: [
        {
          name: 'asker',
          publishers: [{ routing_key: 'requests', properties: { reply_to: 'answers' } }],
          consumers: [{ queue: 'answers' }],
        },
        {
          name: 'server',
          consumers: [
            { queue: 'requests', publishes: [{ to: 'reply_to' }, { exchange: 'orders' }] },
          ],
        },
      ],
    });
    expect(lines(scenario)).toEqual(
      expect.arrayContaining([
        'reply client:server queue:answers',
        'reply client:server exchange:orders',
      ]),
    );
  });

  it('shows what is only referred to: RabbitMQ’s own exchanges, and what is missing', () => {
    const scenario = shop({
      bindings: [{ source: 'amq.topic', destination: 'nowhere', routing_key: '#' }],
    });
    const { nodes } = graphOf(scenario);
    const own = nodes.get('exchange:amq.topic')?.thing;
    const missing = nodes.get('queue:nowhere')?.thing;
    expect(own !== undefined && isPredeclared(own)).toBe(true);
    expect(missing !== undefined && isMissing(missing)).toBe(true);
  });

  it('says on the chip of a headers binding what is compared', () => {
    const scenario = shop({
      exchanges: [{ name: 'orders', type: 'headers' }],
      bindings: [
        {
          source: 'orders',
          destination: 'billing',
          arguments: { 'x-match': 'any', region: 'eu', size: 3 },
        },
      ],
    });
    expect(graphOf(scenario).edges[1]?.chips[0]?.text).toBe('any: region=eu, size=3');
  });

  it('gives things without a position a free place, downstream of what leads to them', () => {
    const { nodes } = graphOf(shop());
    const at = (key: string) => nodes.get(key)?.position ?? { x: NaN, y: NaN };
    expect(at('exchange:orders')).toEqual({ x: 300, y: 100 });
    expect(at('client:shop').x).toBeLessThan(300);
    expect(at('queue:billing').x).toBeGreaterThan(300);
    expect(at('client:biller').x).toBeGreaterThan(at('queue:billing').x);
    expect(Math.abs(at('queue:billing').y - at('queue:audit').y)).toBeGreaterThanOrEqual(88);
  });
});

describe('createGraphReader', () => {
  it('hands out the same objects for what an edit does not touch', () => {
    const read = createGraphReader();
    const scenario = shop();
    const before = read(scenario);
    const after = read({
      ...scenario,
      queues: scenario.queues.map((queue) =>
        queue.name === 'audit' ? { ...queue, durable: false } : queue,
      ),
    });
    expect(after.nodes.get('queue:billing')).toBe(before.nodes.get('queue:billing'));
    expect(after.nodes.get('queue:audit')).not.toBe(before.nodes.get('queue:audit'));
    expect(after.edges).toBe(before.edges);
  });

  it('does so too when the whole document was written anew', () => {
    const read = createGraphReader();
    const before = read(shop());
    const after = read(structuredClone(shop()));
    expect(after.nodes.get('client:biller')).toBe(before.nodes.get('client:biller'));
    expect(after.edges).toBe(before.edges);
  });
});
