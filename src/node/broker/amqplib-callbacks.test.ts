/** amqplib's callback API, as published, over TCP. */
import { promisify } from 'node:util';
import { connect } from 'amqplib/callback_api';
import type { Channel, ConfirmChannel, Connection, Message } from 'amqplib/callback_api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aListener } from '../../testing/a-listener.ts';

const broker = aListener();
let connection: Connection;

beforeEach(async () => {
  connection = (await promisify(connect as never)(broker.url as never)) as Connection;
});
afterEach(() => new Promise<void>((closed) => connection.close(() => closed())));

const openChannel = (): Promise<Channel> =>
  new Promise((opened, failed) => {
    connection.createChannel((error, channel) => {
      if (error === null) opened(channel);
      else failed(error);
    });
  });

const queueOn = (channel: Channel): Promise<string> =>
  new Promise((declared, failed) => {
    channel.assertQueue('', { exclusive: true }, (error, ok) => {
      if (error === null) declared(ok.queue);
      else failed(error);
    });
  });

describe('amqplib, callbacks', () => {
  it('publishes, consumes and acknowledges', async () => {
    const channel = await openChannel();
    const queue = await queueOn(channel);
    const texts = await new Promise<string[]>((done) => {
      const seen: string[] = [];
      channel.consume(queue, (message) => {
        if (message === null) return;
        seen.push(message.content.toString());
        channel.ack(message);
        if (seen.length === 3) done(seen);
      });
      for (const text of ['one', 'two', 'three']) channel.sendToQueue(queue, Buffer.from(text));
    });
    expect(texts).toEqual(['one', 'two', 'three']);
  });

  it('calls back for each confirm', async () => {
    const channel = await new Promise<ConfirmChannel>((opened) => {
      connection.createConfirmChannel((_, made) => opened(made));
    });
    const queue = await queueOn(channel);
    const errors = await Promise.all(
      [1, 2, 3].map(
        (number) =>
          new Promise((confirmed) => {
            channel.sendToQueue(queue, Buffer.from(String(number)), {}, confirmed);
          }),
      ),
    );
    expect(errors).toEqual([null, null, null]);
  });

  it('returns what is mandatory and cannot be routed', async () => {
    const channel = await openChannel();
    const returned = await new Promise<Message>((come) => {
      channel.on('return', come);
      channel.publish('', 'no such queue', Buffer.from('back'), { mandatory: true });
    });
    expect(returned.content.toString()).toBe('back');
    expect(returned.fields).toMatchObject({ replyCode: 312, replyText: 'NO_ROUTE', exchange: '' });
  });

  it('gives the error of a refusal to the callback and closes the channel', async () => {
    const channel = await openChannel();
    const closed = new Promise((told) => channel.on('error', told));
    const error = await new Promise<Error>((refused) => {
      channel.checkQueue('no such queue', refused);
    });
    expect(error.message).toContain(`NOT_FOUND - no queue 'no such queue' in vhost '/'`);
    expect(await closed).toMatchObject({ code: 404 });
  });
});
