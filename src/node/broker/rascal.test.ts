/** rascal, as published, over TCP. */
import { once } from 'node:events';
import { BrokerAsPromised, withDefaultConfig } from 'rascal';
import { describe, expect, it } from 'vitest';
import { aListener, aName, isOurs } from '../../testing/a-listener.ts';

const broker = aListener();

const retry = { min: 20, max: 50, strategy: 'linear' };

/** An exchange, a queue bound to it, one to publish and one to subscribe. */
function configOf(prefix: string): object {
  return withDefaultConfig({
    vhosts: {
      '/': {
        connection: { url: broker.url, retry },
        exchanges: { [`${prefix}.e`]: { type: 'topic', options: { durable: false } } },
        queues: { [`${prefix}.q`]: { options: { durable: false } } },
        bindings: [`${prefix}.e[a.#] -> ${prefix}.q`],
        publications: { out: { exchange: `${prefix}.e`, routingKey: 'a.b', confirm: true } },
        subscriptions: { in: { queue: `${prefix}.q`, prefetch: 3, retry } },
      },
    },
  });
}

describe('rascal', () => {
  it('declares, publishes with confirms and acknowledges', async () => {
    const rascal = await BrokerAsPromised.create(configOf(aName()));
    const subscription = await rascal.subscribe('in');
    const arrived = once(subscription, 'message');
    const publication = await rascal.publish('out', { some: 'thing' });
    await once(publication, 'success');
    const [message, content, ackOrNack] = (await arrived) as [
      { fields: { routingKey: string } },
      unknown,
      () => void,
    ];
    expect(content).toEqual({ some: 'thing' });
    expect(message.fields.routingKey).toBe('a.b');
    ackOrNack();
    await rascal.nuke();
  });

  it('tells of what is returned', async () => {
    const rascal = await BrokerAsPromised.create(configOf(aName()));
    const publication = await rascal.publish('out', 'lost', {
      routingKey: 'nowhere',
      options: { mandatory: true },
    });
    const [returned] = (await once(publication, 'return')) as [{ fields: { replyText: string } }];
    expect(returned.fields.replyText).toBe('NO_ROUTE');
    await rascal.nuke();
  });

  it('republishes with a delay of its own and gives the message again', async () => {
    const rascal = await BrokerAsPromised.create(configOf(aName()));
    const subscription = await rascal.subscribe('in');
    await rascal.publish('out', 'again');
    const seen: boolean[] = [];
    await new Promise<void>((done) => {
      subscription.on('message', (message, _, ackOrNack) => {
        seen.push(message.fields.redelivered);
        if (seen.length === 1) {
          ackOrNack(new Error('not yet'), { strategy: 'nack', requeue: true });
        } else {
          ackOrNack();
          done();
        }
      });
    });
    expect(seen).toEqual([false, true]);
    await rascal.nuke();
  });

  // It cuts the connections from the broker's side.
  it.runIf(isOurs)('subscribes again after its connections are cut', async () => {
    const { running } = broker.started;
    const rascal = await BrokerAsPromised.create(configOf(aName()));
    rascal.on('error', () => {});
    const subscription = await rascal.subscribe('in');
    subscription.on('error', () => {});
    const seen: unknown[] = [];
    subscription.on('message', (_, content, ackOrNack) => {
      seen.push(content);
      ackOrNack();
    });
    await rascal.publish('out', 'before');
    await expect.poll(() => seen, { timeout: 5_000 }).toEqual(['before']);
    const cut = [...running.connections.keys()];
    for (const client of running.connections.values()) client.cut();
    const consumes = (): boolean =>
      [...running.broker.channels.values()].some(
        ({ connection, consumers }) => !cut.includes(connection) && consumers.size > 0,
      );
    await expect.poll(consumes, { timeout: 5_000 }).toBe(true);
    const publication = await rascal.publish('out', 'after');
    publication.on('error', () => {});
    await expect.poll(() => seen, { timeout: 5_000 }).toContain('after');
    await rascal.nuke();
  });
});
