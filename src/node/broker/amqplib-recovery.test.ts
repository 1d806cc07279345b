/** amqplib's recovery: what a client lives through when its broker drops it, goes away and comes back. */
import { connect } from 'amqplib';
import { describe, expect, it } from 'vitest';
import { aListener, aName, told } from '../../testing/a-listener.ts';
import { startBroker } from './start-broker.ts';

const recovery = { initialDelay: 20, maxDelay: 50, jitter: 0 };

describe('amqplib, recovery', () => {
  const broker = aListener();

  it.each([
    ['cut', (id: number) => clients()[id]?.cut()],
    ['closed', (id: number) => clients()[id]?.closeByOperator('shutdown')],
  ])('connects again after its connection is %s, and goes on consuming', async (_, end) => {
    const queue = aName();
    const seen: string[] = [];
    const connection = await connect(broker.url, {
      recovery: {
        ...recovery,
        setup: async (model: {
          createChannel: () => Promise<import('amqplib').Channel>;
        }): Promise<void> => {
          const channel = await model.createChannel();
          await channel.assertQueue(queue, { durable: true });
          await channel.consume(queue, (message) => {
            if (message === null) return;
            seen.push(message.content.toString());
            channel.ack(message);
          });
        },
      },
    });
    connection.on('error', () => {});
    (await connection.createChannel()).sendToQueue(queue, Buffer.from('before'));
    await expect.poll(() => seen).toEqual(['before']);
    const [dropped, back] = [told(connection, 'disconnect'), told(connection, 'connect')];
    end(clients().length - 1);
    await dropped;
    await back;
    (await connection.createChannel()).sendToQueue(queue, Buffer.from('after'));
    await expect.poll(() => seen).toEqual(['before', 'after']);
    await connection.close();
  });

  it('delivers again what was not acknowledged when the connection was cut', async () => {
    const queue = aName();
    const first = await connect(broker.url);
    first.on('error', () => {});
    const channel = await first.createChannel();
    await channel.assertQueue(queue);
    channel.sendToQueue(queue, Buffer.from('m'));
    await expect.poll(() => channel.get(queue)).not.toBe(false);
    clients().at(-1)?.cut();
    await told(first, 'close');
    const second = await connect(broker.url);
    const message = await (await second.createChannel()).get(queue);
    expect(message === false ? null : message.fields.redelivered).toBe(true);
    await second.close();
  });

  const clients = () => [...broker.started.running.connections.values()];
});

describe('amqplib, recovery from a restart', () => {
  it('waits until the broker listens again', async () => {
    const before = await startBroker({ host: '127.0.0.1', port: 0 });
    const { port } = before;
    const connection = await connect(`amqp://guest:guest@127.0.0.1:${port}`, { recovery });
    connection.on('error', () => {});
    const failed = told(connection, 'connect-failed');
    await before.close();
    await failed;
    const back = told(connection, 'connect');
    const after = await startBroker({ host: '127.0.0.1', port });
    await back;
    const channel = await connection.createChannel();
    expect((await channel.assertQueue('', { exclusive: true })).queue).toMatch(/^amq\.gen/);
    await connection.close();
    await after.close();
  });
});
