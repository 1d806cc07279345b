import { describe, expect, it } from 'vitest';
import type { ClientSpec, PublisherSpec, ScenarioSpec } from '#scenario';
import { watchRun } from '../../testing/watch-run.ts';

type Written = Partial<
  NonNullable<NonNullable<ScenarioSpec['clients']>[number]['publishers']>[number]
>;

/** One publisher, 100 ms from a broker with one queue. */
const publishing = (
  publisher: Written,
  more: Partial<ScenarioSpec> = {},
): Partial<ScenarioSpec> => ({
  latency_ms: 100,
  queues: [{ name: 'q' }],
  clients: [{ name: 'shop', publishers: [{ routing_key: 'q', ...publisher }] }],
  ...more,
});

const publisherOf = (watched: ReturnType<typeof watchRun>) =>
  watched.simulation.clients.get('shop' satisfies ClientSpec['name'])?.publishers[0];

const full = {
  queues: [{ name: 'q', arguments: { 'x-max-length': 2, 'x-overflow': 'reject-publish' } }],
};
const topic = { exchanges: [{ name: 'x', type: 'topic' }] } as const;

describe('a publisher', () => {
  it('sends steadily, without drift', () => {
    const watched = watchRun(publishing({ rate: { kind: 'steady', per_second: 3 } }), 3_110);
    expect(watched.instantsOf('message.published')).toEqual([
      100, 433, 766, 1100, 1433, 1766, 2100, 2433, 2766, 3100,
    ]);
  });

  it('sends more than one message a millisecond where its rate asks for it', () => {
    const rate = { kind: 'steady', per_second: 2_500 } as const;
    expect(watchRun(publishing({ rate }), 1_099).of('message.published')).toHaveLength(2_500);
  });

  it('sends at random, at its rate on the average', () => {
    const rate = { kind: 'poisson', per_second: 50 } satisfies PublisherSpec['rate'];
    const instants = watchRun(publishing({ rate }), 20_000).instantsOf('message.published');
    expect(Math.abs(instants.length - 1_000)).toBeLessThan(100);
    const gaps = new Set(instants.slice(1).map((at, index) => at - (instants[index] as number)));
    expect(gaps.size).toBeGreaterThan(20);
  });

  it('sends in bursts', () => {
    const rate = { kind: 'bursts', size: 3, every_ms: 500 } as const;
    const watched = watchRun(publishing({ rate, starts_after_ms: 50 }), 700);
    expect(watched.instantsOf('message.published')).toEqual([150, 150, 150, 650, 650, 650]);
  });

  it('starts after a while and stops at its limit', () => {
    const rate = { kind: 'steady', per_second: 10 } as const;
    const watched = watchRun(publishing({ rate, starts_after_ms: 250, limit: 3 }), 5_000);
    expect(watched.instantsOf('message.published')).toEqual([350, 450, 550]);
    expect(publisherOf(watched)?.dueMs).toBeNull();
  });

  it('cuts a burst short at its limit', () => {
    const rate = { kind: 'bursts', size: 4, every_ms: 100 } as const;
    expect(watchRun(publishing({ rate, limit: 6 }), 2_000).of('message.published')).toHaveLength(6);
  });

  it('fills its templates', () => {
    const publisher: Written = {
      rate: { kind: 'steady', per_second: 10 },
      exchange: 'x',
      routing_key: 'order.{n}',
      body: '{n}: {key} {other}',
      properties: {
        message_id: 'm-{n}',
        headers: { key: '{key}', deep: { list: ['{n}'] }, count: { '!': 'int64', value: 5 } },
        delivery_mode: 2,
      },
    };
    const [, second] = watchRun(publishing(publisher, topic), 300).of('message.published');
    expect(second?.message).toMatchObject({
      routingKey: 'order.2',
      body: '2: order.2 {other}',
      properties: {
        messageId: 'm-2',
        deliveryMode: 2,
        headers: { key: 'order.2', deep: { list: ['2'] }, count: { '!': 'int64', value: 5 } },
      },
    });
  });

  it('draws its routing keys by weight', () => {
    const publisher: Written = {
      rate: { kind: 'steady', per_second: 100 },
      routing_key: [{ key: 'often', weight: 9 }, { key: 'seldom' }, { key: 'never', weight: 0 }],
    };
    const keys = watchRun(publishing(publisher), 10_000)
      .of('message.published')
      .map(({ message }) => message.routingKey);
    const often = keys.filter((key) => key === 'often').length / keys.length;
    expect(Math.abs(often - 0.9)).toBeLessThan(0.04);
    expect(keys).not.toContain('never');
  });

  it('sends by hand when it is told to, with what differs', () => {
    const headers = { colour: 'red' };
    const by = { type: 'publish', client: 'shop', publisher: 0 } as const;
    const watched = watchRun(publishing({ properties: { headers: { size: 1 } } }), 1_000, [
      [300, by],
      [400, { ...by, routingKey: 'elsewhere', body: 'by hand', headers }],
    ]);
    const [first, second] = watched.of('message.published');
    expect(first).toMatchObject({ at: 400, message: { routingKey: 'q', body: 'message 1' } });
    expect(second).toMatchObject({
      at: 500,
      message: {
        routingKey: 'elsewhere',
        body: 'by hand',
        properties: { headers: { size: 1, colour: 'red' } },
      },
    });
  });

  it('cannot send by hand while it is not connected', () => {
    const watched = watchRun(publishing({}), 1_000, [
      [100, { type: 'client.stop', client: 'shop' }],
      [200, { type: 'publish', client: 'shop', publisher: 0 }],
    ]);
    expect(watched.instantsOf('publish.impossible')).toEqual([200]);
    expect(watched.of('message.published')).toEqual([]);
  });

  it('pauses while too much is unconfirmed, and goes on with each confirm', () => {
    const rate = { kind: 'bursts', size: 5, every_ms: 10_000 } as const;
    const watched = watchRun(publishing({ rate, confirms: { outstanding_max: 2 } }), 5_000);
    // A round trip takes 200 ms, and brings two confirms.
    expect(watched.instantsOf('message.published')).toEqual([100, 100, 300, 300, 500]);
    expect(publisherOf(watched)?.unconfirmed).toEqual([]);
    expect(watched.of('message.confirmed').map(({ sequence }) => sequence)).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it('does not let a rate pile up what it owes while it pauses', () => {
    const rate = { kind: 'steady', per_second: 100 } as const;
    const watched = watchRun(publishing({ rate, confirms: { outstanding_max: 1 } }), 1_000);
    expect(watched.instantsOf('message.published')).toEqual([100, 300, 500, 700, 900]);
    expect(publisherOf(watched)?.owedCount).toBe(1);
  });

  it('publishes again what came back, if it is told to', () => {
    const rate = { kind: 'steady', per_second: 10 } as const;
    const publisher: Written = {
      rate,
      limit: 1,
      routing_key: 'nowhere',
      mandatory: true,
      on_return: 'retry',
      retry_after_ms: 300,
    };
    const watched = watchRun(publishing(publisher), 1_200);
    expect(watched.instantsOf('basic.return')).toEqual([200, 700, 1_200]);
    expect(watched.instantsOf('message.published')).toEqual([100, 600, 1_100]);
    expect(publisherOf(watched)?.sentCount).toBe(1);
  });

  it('leaves it at that where it is not', () => {
    const rate = { kind: 'steady', per_second: 10 } as const;
    const lost: Written = { rate, limit: 1, routing_key: 'nowhere', mandatory: true };
    const watched = watchRun(publishing(lost), 5_000);
    expect(watched.of('basic.return')).toMatchObject([{ at: 200, retriesInMs: null }]);
    expect(watched.of('message.published')).toHaveLength(1);
  });

  it('publishes again what the broker refused, if it is told to', () => {
    const publisher: Written = {
      rate: { kind: 'bursts', size: 3, every_ms: 60_000 },
      confirms: { outstanding_max: 10 },
      on_nack: 'retry',
      retry_after_ms: 300,
    };
    const watched = watchRun(publishing(publisher, full), 1_700, [
      [1_500, { type: 'queue.purge', vhost: '/', queue: 'q' }],
    ]);
    expect(watched.instantsOf('message.nacked')).toEqual([100, 600, 1_100]);
    expect(watched.instantsOf('message.confirmed')).toEqual([100, 100, 1_600]);
  });

  it('learns that its exchange is missing, and tries again on a new channel', () => {
    const rate = { kind: 'steady', per_second: 1 } as const;
    const watched = watchRun(publishing({ rate, exchange: 'missing' }), 4_000);
    expect(watched.of('channel.close')[0]).toMatchObject({
      at: 200,
      replyText: "NOT_FOUND - no exchange 'missing' in vhost '/'",
      retriesInMs: 3_000,
    });
    expect(watched.of('publish.refused')).toHaveLength(2);
    expect(watched.instantsOf('method.refused')).toEqual([100, 3_500]);
    expect(watched.simulation.clients.get('shop')?.lastError).toBe(
      "NOT_FOUND - no exchange 'missing' in vhost '/'",
    );
  });

  it('publishes again, after the loss of its connection, what was not confirmed', () => {
    const rate = { kind: 'steady', per_second: 10 } as const;
    const publisher: Written = {
      rate,
      limit: 1,
      confirms: { outstanding_max: 1 },
      on_nack: 'retry',
    };
    const drop = { type: 'connection.drop', client: 'shop' } as const;
    const lostOnTheWay = watchRun(publishing(publisher), 10_000, [[50, drop]]);
    expect(lostOnTheWay.instantsOf('publish.lost')).toEqual([100]);
    expect(lostOnTheWay.of('message.published')).toHaveLength(1);
    const confirmLost = watchRun(publishing(publisher), 10_000, [[150, drop]]);
    expect(confirmLost.of('message.published')).toHaveLength(2);
  });

  it('takes up its rate again when it is back', () => {
    const rate = { kind: 'steady', per_second: 10 } as const;
    const watched = watchRun(publishing({ rate }), 4_000, [
      [150, { type: 'connection.drop', client: 'shop' }],
    ]);
    const after = watched.instantsOf('message.published').filter((at) => at > 150);
    // It reconnects after 3 s: connection, then channel, a round trip each.
    expect(after.slice(0, 3)).toEqual([3_650, 3_750, 3_850]);
  });

  it('begins anew when its program is started again', () => {
    const rate = { kind: 'steady', per_second: 10 } as const;
    const watched = watchRun(publishing({ rate, limit: 2 }), 3_000, [
      [1_000, { type: 'client.stop', client: 'shop' }],
      [2_000, { type: 'client.start', client: 'shop' }],
    ]);
    const bodies = watched.of('message.published').map(({ message }) => message.body);
    expect(bodies).toEqual(['message 1', 'message 2', 'message 1', 'message 2']);
  });
});
