/** @cloudamqp/amqp-client, as published, over TCP. */
import { AMQPClient, AMQPSession } from '@cloudamqp/amqp-client';
import type { AMQPChannel, AMQPMessage } from '@cloudamqp/amqp-client';
import type { ConnectionId } from '#engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aListener, aName, isOurs } from '../../testing/a-listener.ts';

const broker = aListener();
let client: AMQPClient;
let channel: AMQPChannel;

beforeEach(async () => {
  client = Object.assign(new AMQPClient(broker.url), { onerror: () => {} });
  await client.connect();
  channel = await client.channel();
});
afterEach(() => client.close().catch(() => {}));

const ownQueue = async (): Promise<string> =>
  (await channel.queueDeclare('', { exclusive: true })).name;

describe('@cloudamqp/amqp-client', () => {
  it('publishes, consumes and acknowledges', async () => {
    const queue = await ownQueue();
    await channel.basicPublish('', queue, 'hello', { contentType: 'text/plain' });
    const message = await new Promise<AMQPMessage>((come) => {
      void channel.basicConsume(queue, { noAck: false }, come);
    });
    expect(message.bodyToString()).toBe('hello');
    expect(message.properties.contentType).toBe('text/plain');
    await message.ack();
    expect((await channel.queueDeclare(queue, { passive: true })).messageCount).toBe(0);
  });

  it('requeues what is nacked', async () => {
    const queue = await ownQueue();
    await channel.confirmSelect();
    await channel.basicPublish('', queue, 'again');
    const first = await channel.basicGet(queue, { noAck: false });
    await first?.nack(true);
    const second = await channel.basicGet(queue, { noAck: false });
    expect(second?.redelivered).toBe(true);
  });

  it('waits for confirms, and hears of returns before them', async () => {
    await channel.confirmSelect();
    const returned: string[] = [];
    channel.onReturn = (message) => {
      returned.push(`${message.replyText} ${message.bodyToString() ?? ''}`);
    };
    expect(await channel.basicPublish('amq.direct', 'nowhere', 'lost', {}, true)).toBe(1);
    expect(returned).toEqual(['NO_ROUTE lost']);
  });

  it('commits and rolls back', async () => {
    const queue = await ownQueue();
    await channel.txSelect();
    await channel.basicPublish('', queue, 'rolled back');
    await channel.txRollback();
    await channel.basicPublish('', queue, 'committed');
    await channel.txCommit();
    expect((await channel.basicGet(queue))?.bodyToString()).toBe('committed');
    expect(await channel.basicGet(queue)).toBeNull();
  });

  it('carries 5 MB, byte for byte', async () => {
    const queue = await ownQueue();
    const body = Uint8Array.from(
      { length: 5_000_000 },
      (_, index) => (index * 7 + (index >> 9)) % 256,
    );
    await channel.confirmSelect();
    await channel.basicPublish('', queue, body);
    const message = await channel.basicGet(queue);
    expect(Buffer.from(message?.body ?? []).equals(body)).toBe(true);
  });

  it('carries headers of all types that it writes', async () => {
    const queue = await ownQueue();
    const headers = {
      yes: true,
      nothing: null,
      text: 'Grüße 🐇',
      small: 1,
      large: 5_000_000_000,
      double: 1.5,
      when: new Date(1_700_000_000_000),
      bytes: Uint8Array.from([0, 128, 255]),
      list: [1, 'two'],
      table: { deep: { deeper: -1 } },
    };
    await channel.confirmSelect();
    await channel.basicPublish('', queue, 'm', { headers });
    const read = (await channel.basicGet(queue))?.properties.headers;
    expect({ ...read, bytes: [...((read?.['bytes'] ?? []) as Uint8Array)] }).toEqual({
      ...headers,
      bytes: [0, 128, 255],
    });
  });

  it('closes the channel with the reason for a refusal', async () => {
    await expect(channel.queueDeclare('no such queue', { passive: true })).rejects.toThrow(
      `NOT_FOUND - no queue 'no such queue' in vhost '/'`,
    );
    expect(channel.closed).toBe(true);
    expect(client.closed).toBe(false);
  });

  it('lets nobody in with a wrong password', async () => {
    const stranger = new AMQPClient(broker.url.replace('guest:guest', 'guest:wrong'));
    await expect(stranger.connect()).rejects.toThrow('ACCESS_REFUSED');
  });

  it('ends a consumer whose queue is deleted', async () => {
    const queue = aName();
    await channel.queueDeclare(queue, { durable: true });
    const consumer = await channel.basicConsume(queue, {}, () => {});
    const ended = consumer.wait().catch((error: unknown) => (error as Error).message);
    await (await client.channel()).queueDelete(queue);
    expect(await ended).toMatch(/cancel/i);
  });

  it('calls a server over direct reply-to', async () => {
    const session = await AMQPSession.connect(broker.url);
    const queue = aName('rpc');
    await session.rpcServer(queue, (message) => `${message.bodyString() ?? ''}!`);
    const answer = await session.rpcCall(queue, 'hello', { timeout: 5_000 });
    expect(answer.bodyString()).toBe('hello!');
    await channel.queueDelete(queue);
    await session.stop();
  });

  // It cuts the connection from the broker's side.
  it.runIf(isOurs)('connects again and goes on consuming after its connection is cut', async () => {
    const { running } = broker.started;
    const known = new Set(running.connections.keys());
    const session = await AMQPSession.connect(broker.url, { reconnectInterval: 20 });
    const queue = await session.queue(aName(), { durable: true });
    const seen: string[] = [];
    await queue.subscribe((message) => {
      seen.push(message.bodyString() ?? '');
    });
    await queue.publish('before');
    await expect.poll(() => seen).toEqual(['before']);
    const [id] = [...running.connections.keys()].filter((one) => !known.has(one));
    running.connections.get(id as ConnectionId)?.cut();
    const isBack = (): boolean =>
      [...running.connections.keys()].some((one) => !known.has(one) && one !== id);
    await expect.poll(isBack).toBe(true);
    await expect
      .poll(() =>
        queue.publish('after').then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await expect.poll(() => seen).toContain('after');
    await session.stop();
  });

  // It raises an alarm on the broker.
  it.runIf(isOurs)('hears that it is blocked and when it is not any more', async () => {
    const { running } = broker.started;
    const queue = await ownQueue();
    const told: string[] = [];
    client.onblocked = (reason) => told.push(reason);
    client.onunblocked = () => told.push('unblocked');
    running.ask({ type: 'alarm.set', alarm: 'disk' });
    await channel.basicPublish('', queue, 'held');
    await expect.poll(() => told).toEqual(['low on disk']);
    running.ask({ type: 'alarm.clear', alarm: 'disk' });
    await expect.poll(() => told).toEqual(['low on disk', 'unblocked']);
    expect((await channel.basicGet(queue))?.bodyToString()).toBe('held');
  });
});
