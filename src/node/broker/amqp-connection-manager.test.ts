/** amqp-connection-manager, as published, over TCP. */
import { connect } from 'amqp-connection-manager';
import type { ConfirmChannel, ConsumeMessage } from 'amqplib';
import { describe, expect, it } from 'vitest';
import { aListener, aName, isOurs } from '../../testing/a-listener.ts';

const broker = aListener();

const connectedTo = (url: string) =>
  connect([url], { heartbeatIntervalInSeconds: 5, reconnectTimeInSeconds: 0.02 });

describe('amqp-connection-manager', () => {
  it('sets up, publishes JSON and consumes it', async () => {
    const manager = connectedTo(broker.url);
    const queue = aName();
    const channel = manager.createChannel({
      json: true,
      setup: (made: ConfirmChannel) => made.assertQueue(queue, { autoDelete: true }),
    });
    const seen: string[] = [];
    await channel.waitForConnect();
    await channel.consume(queue, (message: ConsumeMessage) => {
      seen.push(message.content.toString());
      channel.ack(message);
    });
    expect(await channel.sendToQueue(queue, { hello: 'world' })).toBe(true);
    await expect.poll(() => seen).toEqual(['{"hello":"world"}']);
    await manager.close();
  });

  it('rejects what a full queue nacks', async () => {
    const manager = connectedTo(broker.url);
    const queue = aName();
    const channel = manager.createChannel({
      setup: (made: ConfirmChannel) =>
        made.assertQueue(queue, { exclusive: true, maxLength: 1, overflow: 'reject-publish' }),
    });
    await channel.sendToQueue(queue, 'fits');
    await expect(channel.sendToQueue(queue, 'does not')).rejects.toThrow('nacked');
    await manager.close();
  });

  // It cuts the connection from the broker's side.
  it.runIf(isOurs)('keeps what is published while it is not connected', async () => {
    const { running } = broker.started;
    const manager = connectedTo(broker.url);
    const queue = aName();
    const seen: string[] = [];
    const channel = manager.createChannel({
      setup: async (made: ConfirmChannel) => {
        await made.assertQueue(queue, { durable: true });
        await made.consume(queue, (message) => {
          if (message === null) return;
          seen.push(message.content.toString());
          made.ack(message);
        });
      },
    });
    await channel.waitForConnect();
    for (const client of running.connections.values()) client.cut();
    await expect.poll(() => manager.isConnected()).toBe(false);
    await channel.sendToQueue(queue, 'meanwhile');
    await expect.poll(() => seen).toEqual(['meanwhile']);
    await manager.close();
  });
});
