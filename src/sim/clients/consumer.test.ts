import { describe, expect, it } from 'vitest';
import type { ScenarioSpec } from '#scenario';
import { watchRun } from '../../testing/watch-run.ts';
import type { Act } from '../run.ts';

type Written = NonNullable<NonNullable<ScenarioSpec['clients']>[number]['consumers']>[number];

/** A burst of four messages at once, and one consumer 100 ms from the broker. */
const consuming = (consumer: Partial<Written>, more: Partial<ScenarioSpec> = {}) => ({
  latency_ms: 100,
  queues: [{ name: 'q' }],
  clients: [
    {
      name: 'shop',
      publishers: [
        { routing_key: 'q', rate: { kind: 'bursts', size: 4, every_ms: 100_000 }, limit: 4 },
      ],
    },
    { name: 'biller', consumers: [{ queue: 'q', work_ms: 50, ...consumer }] },
  ] satisfies ScenarioSpec['clients'],
  ...more,
});

const heldBy = (watched: ReturnType<typeof watchRun>) =>
  watched.simulation.clients.get('biller')?.consumers[0]?.held ?? [];

const settle = (deliveryTag: number, answer: 'ack' | 'reject' | 'requeue'): Act => ({
  type: 'settle',
  client: 'biller',
  consumer: 0,
  deliveryTag,
  answer,
});

describe('a consumer', () => {
  it('works on one message after the other, and holds no more than its prefetch', () => {
    const watched = watchRun(consuming({ prefetch: 2, work_ms: 1_000 }), 700);
    expect(heldBy(watched).map(({ message, worksUntil }) => [message, worksUntil])).toEqual([
      [1, 1_200],
      [2, null],
    ]);
    const later = watchRun(consuming({ prefetch: 2, work_ms: 1_000 }), 10_000);
    expect(later.instantsOf('message.acknowledged')).toEqual([1_300, 2_300, 3_300, 4_300]);
  });

  it('waits a round trip for each message where its prefetch is 1', () => {
    const watched = watchRun(consuming({ prefetch: 1 }), 2_000);
    expect(watched.instantsOf('message.delivered')).toEqual([100, 350, 600, 850]);
  });

  it('takes everything at once without a prefetch limit', () => {
    const watched = watchRun(consuming({ prefetch: 0 }), 2_000);
    expect(watched.instantsOf('message.delivered')).toEqual([100, 100, 100, 100]);
  });

  it('sends no acknowledgement where messages are settled as they are sent', () => {
    const watched = watchRun(consuming({ acknowledgement: 'automatic' }), 2_000);
    const deliveries = watched.of('message.delivered');
    expect(deliveries.map(({ at, noAck }) => [at, noAck])).toEqual([
      [100, true],
      [100, true],
      [100, true],
      [100, true],
    ]);
    expect(watched.of('message.acknowledged')).toEqual([]);
    expect(watched.simulation.clients.get('biller')?.consumers[0]?.workedCount).toBe(4);
  });

  it('draws how long it works', () => {
    const watched = watchRun(consuming({ prefetch: 4, work_ms: { min: 100, max: 500 } }), 5_000);
    const instants = watched.instantsOf('message.acknowledged');
    const spans = instants.slice(1).map((at, index) => at - (instants[index] as number));
    expect(spans.every((span) => span >= 100 && span <= 500)).toBe(true);
    expect(new Set(spans).size).toBeGreaterThan(1);
  });

  it('waits for the person where it acknowledges by hand', () => {
    const watched = watchRun(consuming({ prefetch: 3, acknowledgement: 'by_hand' }), 1_500, [
      [500, settle(2, 'ack')],
      [600, settle(1, 'requeue')],
      [700, settle(99, 'ack')],
      [800, settle(3, 'reject')],
    ]);
    expect(watched.of('message.acknowledged')).toMatchObject([{ at: 600, message: 2 }]);
    expect(watched.of('message.requeued')).toMatchObject([{ at: 700, message: 1 }]);
    expect(watched.of('message.discarded')).toMatchObject([{ at: 900, reason: 'rejected' }]);
    expect(heldBy(watched).map(({ message }) => message)).toEqual([4, 1]);
  });

  it('ends its work as the first outcome says that applies', () => {
    const outcomes: Written['outcomes'] = [
      { does: 'reject', when: { body_contains: '2' } },
      { does: 'requeue', when: { redelivered: false, body_contains: '3' } },
      { does: 'reject', chance: 0 },
    ];
    const watched = watchRun(consuming({ prefetch: 4, outcomes }), 2_000);
    expect(watched.of('message.discarded').map(({ message }) => message)).toEqual([2]);
    expect(watched.of('message.requeued').map(({ message }) => message)).toEqual([3]);
    expect(watched.of('message.acknowledged').map(({ message }) => message)).toEqual([1, 4, 3]);
  });

  it('decides by routing key, header and deaths', () => {
    const more: Partial<ScenarioSpec> = {
      exchanges: [{ name: 'x', type: 'topic' }],
      queues: [
        {
          name: 'q',
          arguments: { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'q' },
        },
      ],
      bindings: [{ source: 'x', destination: 'q', routing_key: '#' }],
    };
    const clients = (outcomes: Written['outcomes']) => [
      {
        name: 'shop',
        publishers: [
          {
            exchange: 'x',
            routing_key: 'order.eu.{n}',
            properties: { headers: { tries: { '!': 'int32', value: 7 } } },
            rate: { kind: 'steady' as const, per_second: 10 },
            limit: 1,
          },
        ],
      },
      { name: 'biller', consumers: [{ queue: 'q', work_ms: 10, outcomes }] },
    ];
    const deaths = (outcomes: Written['outcomes']) =>
      watchRun({ latency_ms: 100, ...more, clients: clients(outcomes) }, 5_000).of(
        'message.dead-lettered',
      ).length;
    expect(deaths([{ does: 'ack', when: { deaths_min: 3 } }, { does: 'reject' }])).toBe(3);
    expect(deaths([{ does: 'ack', when: { routing_key: 'order.*.#' } }, { does: 'reject' }])).toBe(
      0,
    );
    expect(deaths([{ does: 'reject', when: { routing_key: 'order.us.#' } }])).toBe(0);
    const seven = { header: { name: 'tries', value: 7 }, deaths_min: 0 };
    expect(deaths([{ does: 'ack', when: seven }, { does: 'reject' }])).toBe(0);
  });

  it('crashes, comes back, and gets again what it had not answered for', () => {
    const outcomes: Written['outcomes'] = [{ does: 'crash', when: { redelivered: false } }];
    const consumer = { prefetch: 2, outcomes, reconnect_after_ms: 500 };
    const watched = watchRun(consuming(consumer), 1_500);
    expect(watched.of('client.disconnected')[0]).toMatchObject({
      at: 250,
      cause: 'crashed',
      message: 1,
      reconnectsInMs: 500,
    });
    expect(watched.of('message.requeued').slice(0, 2)).toMatchObject([{ at: 250 }, { at: 250 }]);
    expect(watched.instantsOf('consumer.started')).toEqual([0, 1_050]);
    expect(watched.simulation.marks.list).toContainEqual({ at: 250, kind: 'fault' });
  });

  it('loses in a crash what was settled when it was sent', () => {
    const outcomes: Written['outcomes'] = [{ does: 'crash' }];
    const watched = watchRun(consuming({ acknowledgement: 'automatic', outcomes }), 1_000);
    expect(watched.of('delivery.lost').map(({ message }) => message)).toEqual([1, 2, 3, 4]);
  });

  it('keeps what was settled when only its connection is cut', () => {
    const watched = watchRun(consuming({ acknowledgement: 'automatic', work_ms: 100 }), 1_000, [
      [210, { type: 'connection.drop', client: 'biller' }],
    ]);
    expect(watched.of('delivery.lost')).toEqual([]);
    expect(watched.simulation.clients.get('biller')?.consumers[0]?.workedCount).toBe(4);
  });

  it('never answers, if that is its way, and goes on with the next', () => {
    const outcomes: Written['outcomes'] = [{ does: 'never_answer', when: { body_contains: '1' } }];
    const watched = watchRun(consuming({ prefetch: 2, outcomes }), 3_000);
    expect(watched.of('message.acknowledged').map(({ message }) => message)).toEqual([2, 3, 4]);
    expect(heldBy(watched)).toMatchObject([{ message: 1, isForgotten: true, worksUntil: null }]);
  });

  it('publishes what comes of a message before it answers for it', () => {
    const publishes: Written['publishes'] = [
      { routing_key: 'next', body: 'after {body} ({key}, {n})', properties: { type: 'done-{n}' } },
    ];
    const queues = [{ name: 'q' }, { name: 'next' }];
    const watched = watchRun(consuming({ publishes }, { queues }), 3_000);
    const made = watched.of('message.published').filter(({ message }) => message.id > 4);
    expect(made.map(({ message }) => message.body)).toEqual(
      [1, 2, 3, 4].map((n) => `after message ${n} (q, ${n})`),
    );
    expect(made[0]?.message.properties).toEqual({ type: 'done-1' });
    expect(made.map(({ at }) => at)).toEqual(watched.instantsOf('message.acknowledged'));
  });

  it('publishes nothing for a message that it rejects', () => {
    const publishes: Written['publishes'] = [{ routing_key: 'next' }];
    const watched = watchRun(consuming({ publishes, outcomes: [{ does: 'reject' }] }), 3_000);
    expect(watched.of('message.published')).toHaveLength(4);
  });

  it('answers who asked, with the correlation id, and nobody who did not ask', () => {
    const watched = watchRun(
      {
        latency_ms: 100,
        queues: [{ name: 'rpc' }, { name: 'replies' }],
        clients: [
          {
            name: 'asker',
            publishers: [
              {
                routing_key: 'rpc',
                rate: { kind: 'steady', per_second: 10 },
                limit: 1,
                properties: { reply_to: 'replies', correlation_id: 'c-{n}' },
              },
              { routing_key: 'rpc', rate: { kind: 'steady', per_second: 10 }, limit: 1 },
            ],
            consumers: [{ queue: 'replies', acknowledgement: 'automatic', work_ms: 60_000 }],
          },
          {
            name: 'server',
            consumers: [
              { queue: 'rpc', work_ms: 10, publishes: [{ to: 'reply_to', body: 're: {body}' }] },
            ],
          },
        ],
      },
      3_000,
    );
    const replies = watched
      .of('message.published')
      .filter(({ channel }) => channel === 'server/c0');
    expect(replies).toMatchObject([
      {
        message: {
          routingKey: 'replies',
          body: 're: message 1',
          properties: { correlationId: 'c-1' },
        },
      },
    ]);
    const asker = watched.simulation.clients.get('asker');
    expect(asker?.consumers[0]?.held[0]?.frame.properties.correlationId).toBe('c-1');
  });

  it('is told that its queue is gone, and subscribes again when there is one', () => {
    const scenario = consuming({ prefetch: 1 });
    const without = { ...scenario, queues: [] };
    const body = (spec: Partial<ScenarioSpec>) => watchRun(spec, 0).simulation.body;
    const watched = watchRun(scenario, 12_000, [
      [1_000, { type: 'edit', body: body(without) }],
      [5_000, { type: 'edit', body: body(scenario) }],
    ]);
    expect(watched.instantsOf('basic.cancel')).toEqual([1_100]);
    expect(watched.instantsOf('channel.close')).toEqual([4_300]);
    expect(watched.instantsOf('consumer.started')).toEqual([0, 7_400]);
  });

  it('is refused where it may not consume, says why, and tries again', () => {
    const watched = watchRun(
      {
        latency_ms: 100,
        queues: [{ name: 'q' }],
        clients: [
          { name: 'first', consumers: [{ queue: 'q', exclusive: true }] },
          { name: 'second', consumers: [{ queue: 'q', reconnect_after_ms: 1_000 }] },
        ],
      },
      1_150,
      [[500, { type: 'client.stop', client: 'first' }]],
    );
    expect(watched.of('method.refused').map(({ replyCode }) => replyCode)).toEqual([403]);
    expect(watched.instantsOf('consumer.started')).toEqual([0, 1_100]);
  });
});
