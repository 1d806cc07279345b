/** amqplib's promise API, as published, over TCP. */
import { once } from 'node:events';
import { connect, credentials } from 'amqplib';
import type { Channel, ChannelModel, ConsumeMessage, GetMessage } from 'amqplib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aListener, aName, isOurs } from '../../testing/a-listener.ts';

const broker = aListener();
let connection: ChannelModel;

beforeEach(async () => {
  connection = await connect(broker.url);
  connection.on('error', () => {});
});
// Whoever was thrown out has nothing left to close.
afterEach(() => connection.close().catch(() => {}));

async function channelWithQueue(options = {}): Promise<{ channel: Channel; queue: string }> {
  const channel = await connection.createChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true, ...options });
  return { channel, queue };
}

/** The next deliveries of a consumer, one at a time. */
async function consumed(channel: Channel, queue: string, options = {}) {
  const arrived: (ConsumeMessage | null)[] = [];
  let wake = (): void => {};
  const { consumerTag } = await channel.consume(
    queue,
    (message) => {
      arrived.push(message);
      wake();
    },
    options,
  );
  const next = async (): Promise<ConsumeMessage | null> => {
    while (arrived.length === 0) await new Promise<void>((woken) => (wake = woken));
    return arrived.shift() as ConsumeMessage | null;
  };
  return { consumerTag, next };
}

/** A real broker enqueues while it answers other channels already. */
async function got(channel: Channel, queue: string): Promise<GetMessage> {
  for (let tries = 0; tries < 200; tries++) {
    const message = await channel.get(queue);
    if (message !== false) return message;
    await new Promise((later) => setTimeout(later, 10));
  }
  throw new Error(`nothing came to ${queue}`);
}

describe('amqplib, promises', () => {
  it('publishes, consumes and acknowledges', async () => {
    const { channel, queue } = await channelWithQueue();
    channel.sendToQueue(queue, Buffer.from('hello'), { contentType: 'text/plain' });
    const { next } = await consumed(channel, queue, { consumerTag: 'me' });
    const message = await next();
    expect(message?.content.toString()).toBe('hello');
    expect(message?.fields).toEqual({
      consumerTag: 'me',
      deliveryTag: 1,
      redelivered: false,
      exchange: '',
      routingKey: queue,
    });
    expect(message?.properties.contentType).toBe('text/plain');
    channel.ack(message as ConsumeMessage);
    expect(await channel.checkQueue(queue)).toEqual({ queue, messageCount: 0, consumerCount: 1 });
  });

  it('makes up names of queues and consumers', async () => {
    const { channel, queue } = await channelWithQueue();
    const { consumerTag } = await consumed(channel, queue);
    expect(queue).toMatch(/^amq\.gen-./);
    expect(consumerTag).toMatch(/^amq\.ctag-./);
  });

  it('delivers again, marked so, what is nacked to be requeued', async () => {
    const { channel, queue } = await channelWithQueue();
    channel.sendToQueue(queue, Buffer.from('again'));
    const { next } = await consumed(channel, queue);
    channel.nack((await next()) as ConsumeMessage, false, true);
    const second = await next();
    expect(second?.fields.redelivered).toBe(true);
    expect(second?.fields.deliveryTag).toBe(2);
    channel.ack(second as ConsumeMessage);
  });

  it('hands out no more than the prefetch allows', async () => {
    const { channel, queue } = await channelWithQueue();
    await channel.prefetch(2);
    for (const text of ['1', '2', '3']) channel.sendToQueue(queue, Buffer.from(text));
    const { next } = await consumed(channel, queue);
    const first = (await next()) as ConsumeMessage;
    await next();
    const other = await connection.createChannel();
    expect((await other.checkQueue(queue)).messageCount).toBe(1);
    channel.ack(first);
    expect((await next())?.content.toString()).toBe('3');
  });

  it('routes by topic, and by headers', async () => {
    const { channel, queue } = await channelWithQueue();
    const [topic, headers] = [aName('topic'), aName('headers')];
    await channel.assertExchange(topic, 'topic', { autoDelete: true });
    await channel.assertExchange(headers, 'headers', { autoDelete: true });
    await channel.bindQueue(queue, topic, '*.orange.#');
    await channel.bindQueue(queue, headers, '', { 'x-match': 'all', size: 3, kind: 'tall' });
    channel.publish(topic, 'quick.red.fox', Buffer.from('no'));
    channel.publish(topic, 'quick.orange.fox', Buffer.from('topic'));
    channel.publish(headers, '', Buffer.from('no'), { headers: { size: 3 } });
    channel.publish(headers, '', Buffer.from('headers'), { headers: { size: 3, kind: 'tall' } });
    expect((await got(channel, queue)).content.toString()).toBe('topic');
    expect((await got(channel, queue)).content.toString()).toBe('headers');
  });

  it('binds exchanges to exchanges', async () => {
    const { channel, queue } = await channelWithQueue();
    const [from, to] = [aName('from'), aName('to')];
    await channel.assertExchange(from, 'fanout', { autoDelete: true });
    await channel.assertExchange(to, 'direct', { autoDelete: true });
    await channel.bindExchange(to, from, '');
    await channel.bindQueue(queue, to, 'k');
    channel.publish(from, 'k', Buffer.from('through both'));
    expect((await got(channel, queue)).content.toString()).toBe('through both');
    await channel.unbindExchange(to, from, '');
  });

  it('dead-letters with the time of the day in x-death', async () => {
    const { channel, queue } = await channelWithQueue();
    const dying = await channel.assertQueue('', {
      exclusive: true,
      deadLetterExchange: '',
      deadLetterRoutingKey: queue,
      messageTtl: 20,
    });
    channel.sendToQueue(dying.queue, Buffer.from('late'));
    const letter = await got(channel, queue);
    const [death] = letter.properties.headers?.['x-death'] ?? [];
    expect(death).toMatchObject({ count: 1, reason: 'expired', queue: dying.queue, exchange: '' });
    expect(Math.abs((death?.time.value ?? 0) - Date.now() / 1_000)).toBeLessThan(30);
  });

  it('answers over direct reply-to', async () => {
    const { channel, queue } = await channelWithQueue();
    const server = await connection.createChannel();
    await server.consume(queue, (request) => {
      if (request === null) return;
      const { replyTo, correlationId } = request.properties;
      const doubled = String(Number(request.content.toString()) * 2);
      server.sendToQueue(replyTo, Buffer.from(doubled), { correlationId });
      server.ack(request);
    });
    const { next } = await consumed(channel, 'amq.rabbitmq.reply-to', { noAck: true });
    channel.sendToQueue(queue, Buffer.from('21'), {
      replyTo: 'amq.rabbitmq.reply-to',
      correlationId: 'c',
    });
    const answer = await next();
    expect(answer?.content.toString()).toBe('42');
    expect(answer?.properties.correlationId).toBe('c');
  });

  it('tells a consumer with null that its queue is gone', async () => {
    const { channel } = await channelWithQueue();
    const queue = aName();
    await channel.assertQueue(queue);
    const { next } = await consumed(channel, queue);
    const other = await connection.createChannel();
    await other.deleteQueue(queue);
    expect(await next()).toBeNull();
  });

  it('commits nothing that a channel has not acknowledged: it comes back when the channel closes', async () => {
    const { channel, queue } = await channelWithQueue();
    channel.sendToQueue(queue, Buffer.from('kept'));
    await got(channel, queue);
    await channel.close();
    const other = await connection.createChannel();
    expect((await got(other, queue)).fields.redelivered).toBe(true);
  });

  it.each([
    ['quorum', { durable: true, exclusive: false, arguments: { 'x-queue-type': 'quorum' } }],
    ['priority', { arguments: { 'x-max-priority': 5 } }],
  ])('works with a %s queue', async (_, options) => {
    const channel = await connection.createChannel();
    const { queue } = await channel.assertQueue(aName(), { durable: true, ...options });
    channel.sendToQueue(queue, Buffer.from('m'));
    expect((await got(channel, queue)).content.toString()).toBe('m');
    await channel.deleteQueue(queue);
  });

  it('logs in with AMQPLAIN', async () => {
    const other = await connect(broker.url, {
      credentials: credentials.amqplain('guest', 'guest'),
    });
    await other.createChannel();
    await other.close();
  });
});

describe('amqplib, confirms and returns', () => {
  it('confirms every publish', async () => {
    const channel = await connection.createConfirmChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    let confirmed = 0;
    for (let number = 0; number < 100; number++) {
      channel.sendToQueue(queue, Buffer.from(String(number)), {}, (error) => {
        if (error === null) confirmed += 1;
      });
    }
    await channel.waitForConfirms();
    expect(confirmed).toBe(100);
    expect((await channel.checkQueue(queue)).messageCount).toBe(100);
  });

  it('nacks what a full queue rejects', async () => {
    const channel = await connection.createConfirmChannel();
    const { queue } = await channel.assertQueue('', {
      exclusive: true,
      maxLength: 1,
      overflow: 'reject-publish',
    });
    channel.sendToQueue(queue, Buffer.from('fits'));
    await channel.waitForConfirms();
    channel.sendToQueue(queue, Buffer.from('does not'));
    await expect(channel.waitForConfirms()).rejects.toThrow('message nacked');
  });

  it('returns what is mandatory and cannot be routed, before it confirms it', async () => {
    const channel = await connection.createConfirmChannel();
    const told: string[] = [];
    channel.on('return', ({ fields, content }) => {
      told.push(`${content.toString()}: ${(fields as { replyText?: string }).replyText}`);
    });
    channel.publish('amq.direct', 'nowhere', Buffer.from('lost'), { mandatory: true }, () => {
      told.push('confirmed');
    });
    await channel.waitForConfirms();
    expect(told).toEqual(['lost: NO_ROUTE', 'confirmed']);
  });
});

describe('amqplib, refusals', () => {
  it('closes the channel with 404 for a queue that is not there, and nothing but the channel', async () => {
    const channel = await connection.createChannel();
    const closed = once(channel, 'error');
    await expect(channel.checkQueue('no such queue')).rejects.toThrow(
      'Operation failed: QueueDeclare; 404 (NOT-FOUND) with message ' +
        `"NOT_FOUND - no queue 'no such queue' in vhost '/'"`,
    );
    const [error] = await closed;
    expect(error).toMatchObject({ code: 404, classId: 50, methodId: 10 });
    const { queue } = await (await connection.createChannel()).assertQueue('', { exclusive: true });
    expect(queue).not.toBe('');
  });

  it('closes the channel with 406 for a queue that is declared otherwise', async () => {
    const channel = await connection.createChannel();
    const { queue } = await channel.assertQueue(aName(), { exclusive: true });
    const [error] = await refusal(
      channel,
      channel.assertQueue(queue, { maxLength: 5, exclusive: true }),
    );
    expect(error).toMatchObject({ code: 406 });
    expect((error as Error).message).toContain(
      `PRECONDITION_FAILED - inequivalent arg 'x-max-length' for queue '${queue}' in vhost '/'`,
    );
  });

  it('closes the channel with 406 for an acknowledgement of nothing', async () => {
    const { channel, queue } = await channelWithQueue();
    channel.sendToQueue(queue, Buffer.from('m'));
    const message = await got(channel, queue);
    channel.ack(message);
    const closed = once(channel, 'error');
    channel.ack(message);
    const [error] = await closed;
    expect((error as Error).message).toContain('PRECONDITION_FAILED - unknown delivery tag 1');
  });

  it('closes the channel with 405 for the exclusive queue of another connection', async () => {
    const { queue } = await channelWithQueue();
    const other = await connect(broker.url);
    const channel = await other.createChannel();
    const [error] = await refusal(channel, channel.checkQueue(queue));
    expect(error).toMatchObject({ code: 405 });
    expect((error as Error).message).toContain(
      `RESOURCE_LOCKED - cannot obtain exclusive access to locked queue '${queue}' in vhost '/'`,
    );
    await other.close();
  });

  it('says with whom a channel is closed when its exchange is gone', async () => {
    const { channel } = await channelWithQueue();
    const closed = once(channel, 'error');
    channel.publish('no such exchange', '', Buffer.from('m'));
    const [error] = await closed;
    expect(error).toMatchObject({ code: 404, classId: 60, methodId: 40 });
  });

  it('closes the connection for a wrong consumer tag that is in use', async () => {
    const { channel, queue } = await channelWithQueue();
    await consumed(channel, queue, { consumerTag: 'twice' });
    const closed = once(connection, 'error');
    channel.consume(queue, () => {}, { consumerTag: 'twice' }).catch(() => {});
    const [error] = await closed;
    expect(error).toMatchObject({ code: 530 });
    expect((error as Error).message).toContain(
      `NOT_ALLOWED - attempt to reuse consumer tag 'twice'`,
    );
  });

  it('lets nobody in with a wrong password', async () => {
    const wrong = broker.url.replace('guest:guest', 'guest:wrong');
    await expect(connect(wrong)).rejects.toThrow(
      'ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN',
    );
  });

  it('lets nobody into a virtual host that is not there', async () => {
    await expect(connect(`${broker.url}/nowhere`)).rejects.toThrow(
      'Expected ConnectionOpenOk; got <ConnectionClose channel:0>',
    );
  });
});

describe('amqplib, bodies and headers', () => {
  it.each([0, 1, 100_000, 131_064, 131_065, 5_000_000])(
    'carries a body of %i bytes, byte for byte',
    async (size) => {
      const { channel, queue } = await channelWithQueue();
      const body = Buffer.alloc(size);
      for (let index = 0; index < size; index++) body[index] = (index * 31 + (index >> 8)) % 256;
      channel.sendToQueue(queue, body);
      const { content } = await got(channel, queue);
      expect(content.length).toBe(size);
      expect(content.equals(body)).toBe(true);
    },
  );

  it('carries text of all scripts in bodies and headers', async () => {
    const { channel, queue } = await channelWithQueue();
    const text = 'Grüße, 世界 🐇 \u0000';
    channel.sendToQueue(queue, Buffer.from(text), { headers: { text }, type: text });
    const { content, properties } = await got(channel, queue);
    expect(content.toString()).toBe(text);
    expect(properties.headers).toEqual({ text });
    expect(properties.type).toBe(text);
  });

  it('carries all properties', async () => {
    const { channel, queue } = await channelWithQueue();
    const properties = {
      contentType: 'application/json',
      contentEncoding: 'gzip',
      deliveryMode: 2,
      priority: 3,
      correlationId: 'correlation',
      replyTo: 'reply',
      expiration: '60000',
      messageId: 'message',
      timestamp: 1_700_000_000,
      type: 'type',
      userId: 'guest',
      appId: 'app',
    };
    channel.sendToQueue(queue, Buffer.from('m'), properties);
    expect((await got(channel, queue)).properties).toMatchObject(properties);
  });

  it('carries headers of all types', async () => {
    const { channel, queue } = await channelWithQueue();
    const headers = {
      true: true,
      false: false,
      nothing: null,
      text: 'text',
      empty: '',
      byte: -5,
      short: 300,
      int: 70_000,
      long: 5_000_000_000,
      negative: -5_000_000_000,
      double: 0.5,
      typedDouble: { '!': 'double', value: 3 },
      float: { '!': 'float', value: 0.25 },
      decimal: { '!': 'decimal', value: { places: 2, digits: 314 } },
      time: { '!': 'timestamp', value: 1_700_000_000 },
      bytes: Buffer.from([0, 255, 254, 128]),
      list: [1, 'two', [3], { four: 4 }, null],
      table: { inner: { deep: [true] }, empty: {} },
    };
    channel.sendToQueue(queue, Buffer.from('m'), { headers });
    // amqplib tells no kinds of numbers apart when it reads.
    const read = { ...headers, typedDouble: 3, float: 0.25 };
    expect((await got(channel, queue)).properties.headers).toEqual(read);
  });
});

describe.runIf(isOurs)('amqplib and the operator', () => {
  it('hears that it is blocked, and loses nothing of what it has sent', async () => {
    const { running } = broker.started;
    const channel = await connection.createConfirmChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    running.ask({ type: 'alarm.set', alarm: 'memory' });
    const blocked = once(connection, 'blocked');
    for (let number = 0; number < 50; number++) channel.sendToQueue(queue, Buffer.alloc(10_000));
    expect(await blocked).toEqual(['low on memory']);
    const unblocked = once(connection, 'unblocked');
    running.ask({ type: 'alarm.clear', alarm: 'memory' });
    await unblocked;
    await channel.waitForConfirms();
    expect((await channel.checkQueue(queue)).messageCount).toBe(50);
  });

  it('hears why it is closed', async () => {
    const [client] = [...broker.started.running.connections.values()].slice(-1);
    const closed = once(connection, 'close');
    client?.closeByOperator('shutdown');
    const [error] = await closed;
    expect(error).toMatchObject({ code: 320 });
    expect((error as Error).message).toContain(
      `CONNECTION_FORCED - broker forced connection closure with reason 'shutdown'`,
    );
  });

  it('leaves nothing behind', async () => {
    const other = await connect(broker.url);
    const channel = await other.createChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    const { running } = broker.started;
    const before = running.connections.size;
    await other.close();
    await expect.poll(() => running.connections.size).toBe(before - 1);
    expect(running.broker.connections.size).toBe(before - 1);
    const queues = running.broker.vhosts.get('/' as never)?.queues;
    expect(queues?.get(queue as never)).toBeUndefined();
  });
});

async function refusal(channel: Channel, asked: Promise<unknown>): Promise<readonly unknown[]> {
  const closed = once(channel, 'error');
  await expect(asked).rejects.toThrow();
  return closed;
}
