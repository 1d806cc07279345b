/** smqp: a synchronous broker in memory; consumers are called while one publishes. */
import { Broker } from 'smqp';
import { exchange, patternOf, prefetch, queueName } from '../contestant.ts';
import type { Contestant, Session, Setting } from '../contestant.ts';

function open({ bindings, isConsumed }: Setting): Session {
  const broker = new Broker();
  let ackedCount = 0;
  const options = { durable: false, autoDelete: false };
  broker.assertExchange(exchange, 'topic', options);
  for (let number = 0; number < bindings; number++) {
    const queue = queueName(number);
    broker.assertQueue(queue, options);
    broker.bindQueue(queue, exchange, patternOf(number));
    if (!isConsumed) continue;
    const onMessage = (_: unknown, message: { ack: () => void }): void => {
      ackedCount += 1;
      message.ack();
    };
    broker.consume(queue, onMessage, { prefetch });
  }
  return {
    publish: (routingKey, { body, properties }) => {
      broker.publish(exchange, routingKey, body, properties);
    },
    ackedCount: () => ackedCount,
    close: () => {
      broker.reset();
    },
  };
}

export const smqp: Contestant = {
  name: 'smqp',
  open: (setting) => Promise.resolve(open(setting)),
  bodyOf: (text) => text,
};
