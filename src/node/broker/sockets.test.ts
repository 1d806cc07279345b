/** What the listener does with sockets: peers that say nothing, do not read, or go half way. */
import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import type { Socket } from 'node:net';
import { connect } from 'amqplib';
import type { ChannelModel } from 'amqplib';
import { afterEach, describe, expect, it } from 'vitest';
import { aListener, aName, told } from '../../testing/a-listener.ts';
import type { ClientSocket } from './client-socket.ts';

const broker = aListener();
const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function rawSocket(): Promise<Socket> {
  const socket = connectSocket(broker.started.port, '127.0.0.1');
  opened.push(() => socket.destroy());
  await once(socket, 'connect');
  return socket;
}

async function connected(query = ''): Promise<ChannelModel> {
  const connection = await connect(broker.url + query);
  connection.on('error', () => {});
  opened.push(() => socketOf(connection).destroy());
  return connection;
}

/** amqplib's socket: the tests stop it from reading. */
const socketOf = (connection: ChannelModel): Socket =>
  (connection as unknown as { connection: { stream: Socket } }).connection.stream;

/** Has amqplib not look at what comes until the function that it gives is called. */
function withoutReading(connection: ChannelModel): () => void {
  const socket = socketOf(connection);
  const readers = socket.listeners('readable') as (() => void)[];
  socket.removeAllListeners('readable');
  return () => {
    for (const read of readers) socket.on('readable', read);
    for (const read of readers) read();
  };
}

const lastClient = (): ClientSocket => {
  const client = [...broker.started.running.connections.values()].at(-1);
  if (client === undefined) throw new Error('nobody is connected');
  return client;
};

describe('the listener', () => {
  it('answers another protocol with its own and hangs up', async () => {
    const socket = await rawSocket();
    socket.write('GET / HTTP/1.1\r\n\r\n');
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    expect([...bytes]).toEqual([...Buffer.from('AMQP'), 0, 0, 9, 1]);
    socket.resume();
    await once(socket, 'end');
  });

  it('hangs up on who has not opened a connection after ten seconds', async () => {
    const socket = await rawSocket();
    socket.resume();
    await expect.poll(() => broker.started.running.connections.size).toBe(1);
    const client = lastClient();
    client.tick(0);
    client.tick(9_999);
    expect(socket.readableEnded).toBe(false);
    const ended = once(socket, 'end');
    client.tick(10_000);
    await ended;
    await expect.poll(() => broker.started.running.connections.size).toBe(0);
  });

  it('keeps up the heartbeat that the client wants, and hangs up when it hears none', async () => {
    const [living, silent] = [await connected('?heartbeat=1'), await connected('?heartbeat=1')];
    const lost = told(silent, 'close');
    const since = Date.now();
    socketOf(silent).write = () => true;
    await lost;
    expect(Date.now() - since).toBeGreaterThan(1_500);
    // amqplib would have given up by now if nothing had come.
    expect(
      (await (await living.createChannel()).assertQueue('', { exclusive: true })).queue,
    ).not.toBe('');
  });

  it('gives back what a client has not acknowledged when its socket is gone', async () => {
    const connection = await connected();
    const channel = await connection.createChannel();
    const queue = aName();
    await channel.assertQueue(queue);
    channel.sendToQueue(queue, Buffer.from('m'));
    await expect.poll(() => channel.get(queue)).not.toBe(false);
    socketOf(connection).resetAndDestroy();
    const other = await (await connected()).createChannel();
    await expect.poll(async () => (await other.checkQueue(queue)).messageCount).toBe(1);
    await other.deleteQueue(queue);
  });

  it('makes no more frames than a megabyte or two for a peer that does not read, and loses none', async () => {
    const consumer = await connected();
    const queue = aName();
    const channel = await consumer.createChannel();
    await channel.assertQueue(queue, { autoDelete: true });
    const seen: number[] = [];
    await channel.consume(
      queue,
      (message) => {
        if (message !== null) seen.push(message.content.readUInt32BE(0));
      },
      { noAck: true },
    );
    const client = lastClient();
    const readAgain = withoutReading(consumer);
    const publisher = await (await connected()).createConfirmChannel();
    const count = 400;
    for (let number = 0; number < count; number++) {
      const body = Buffer.alloc(100_000);
      body.writeUInt32BE(number);
      publisher.sendToQueue(queue, body);
    }
    await publisher.waitForConfirms();
    expect(client.isReading).toBe(false);
    expect(client.waitingBytes).toBeLessThan(2_500_000);
    // Others are served meanwhile.
    expect((await publisher.checkQueue(queue)).consumerCount).toBe(1);
    readAgain();
    await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(count);
    expect(seen).toEqual(Array.from({ length: count }, (_, number) => number));
    await expect.poll(() => client.isReading).toBe(true);
  });

  it('does not read from a publisher while an alarm is on, and reads on after it', async () => {
    const { running } = broker.started;
    const connection = await connected();
    const client = lastClient();
    const channel = await connection.createConfirmChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    running.ask({ type: 'alarm.set', alarm: 'memory' });
    const blocked = once(connection, 'blocked');
    channel.sendToQueue(queue, Buffer.from('first'));
    await blocked;
    expect(client.isReading).toBe(false);
    const held = () => running.broker.connections.get(client.id)?.held?.size ?? 0;
    for (let number = 0; number < 300; number++) channel.sendToQueue(queue, Buffer.alloc(100_000));
    await new Promise((later) => setTimeout(later, 100));
    expect(held()).toBeLessThan(10);
    running.ask({ type: 'alarm.clear', alarm: 'memory' });
    await channel.waitForConfirms();
    expect((await channel.checkQueue(queue)).messageCount).toBe(301);
    expect(client.isReading).toBe(true);
  });

  it('closes when the client ends its side, and forgets it', async () => {
    const connection = await connected();
    const { id } = lastClient();
    socketOf(connection).end();
    await expect.poll(() => broker.started.running.connections.has(id)).toBe(false);
    expect(broker.started.running.broker.connections.has(id)).toBe(false);
  });

  it('goes on serving the others when one is cut off', async () => {
    const [one, other] = [await connected(), await connected()];
    const channel = await one.createChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    lastClient().cut();
    await told(other, 'close');
    expect((await channel.checkQueue(queue)).messageCount).toBe(0);
  });

  it('lets time pass by itself: messages expire while nobody asks for anything', async () => {
    const channel = await (await connected()).createChannel();
    const dead = await channel.assertQueue('', { exclusive: true });
    const { queue } = await channel.assertQueue('', {
      exclusive: true,
      messageTtl: 50,
      deadLetterExchange: '',
      deadLetterRoutingKey: dead.queue,
    });
    const letter = new Promise((come) => {
      void channel.consume(dead.queue, come, { noAck: true });
    });
    channel.sendToQueue(queue, Buffer.from('m'));
    expect(await letter).toMatchObject({ fields: { routingKey: dead.queue } });
  });
});
