/** @onify/fake-amqplib: amqplib's interface before an smqp of its own; publishing is a promise later. */
import { Buffer } from 'node:buffer';
import { connect, resetMock } from '@onify/fake-amqplib';
import { exchange, patternOf, prefetch, queueName } from '../contestant.ts';
import type { Contestant, Session, Setting } from '../contestant.ts';

/** What of amqplib's interface this needs: its types want a package that is not ours. */
interface Connection {
  readonly createChannel: () => Promise<Channel>;
}

interface Channel {
  readonly assertExchange: (name: string, type: string, options: object) => Promise<unknown>;
  readonly assertQueue: (name: string, options: object) => Promise<unknown>;
  readonly bindQueue: (queue: string, exchange: string, pattern: string) => Promise<unknown>;
  readonly prefetch: (count: number) => Promise<unknown>;
  readonly consume: (queue: string, onMessage: (message: object) => void) => Promise<unknown>;
  readonly publish: (exchange: string, key: string, body: unknown, options: object) => boolean;
  readonly ack: (message: object) => void;
}

async function open({ bindings, isConsumed }: Setting): Promise<Session> {
  const connection = (await connect('amqp://localhost')) as unknown as Connection;
  const publisher = await connection.createChannel();
  const consumer = await connection.createChannel();
  let ackedCount = 0;
  const options = { durable: false, autoDelete: false };
  await publisher.assertExchange(exchange, 'topic', options);
  await consumer.prefetch(prefetch);
  const onMessage = (message: object): void => {
    ackedCount += 1;
    consumer.ack(message);
  };
  for (let number = 0; number < bindings; number++) {
    const queue = queueName(number);
    await publisher.assertQueue(queue, options);
    await publisher.bindQueue(queue, exchange, patternOf(number));
    if (isConsumed) await consumer.consume(queue, onMessage);
  }
  return {
    publish: (routingKey, { body, properties }) => {
      publisher.publish(exchange, routingKey, body, properties);
    },
    ackedCount: () => ackedCount,
    close: resetMock,
  };
}

export const fakeAmqplib: Contestant = {
  name: 'fake-amqplib',
  open,
  bodyOf: (text) => Buffer.from(text),
};
