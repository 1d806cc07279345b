/** Our engine, with a client that does what a client must: hear frames and answer deliveries. */
import { apply, createBroker, profiles, runStart } from '#engine';
import type { Broker, Command } from '#engine';
import { exchange, patternOf, prefetch, queueName } from '../contestant.ts';
import type { Contestant, Content, Session, Setting } from '../contestant.ts';

class WarrenSession implements Session {
  #broker: Broker = createBroker(profiles['4.0']);
  #ackedCount = 0;

  constructor({ bindings, isConsumed }: Setting) {
    const channel = 'publisher';
    this.#ask({ type: 'connection.open', connection: 'c' });
    this.#ask({ type: 'channel.open', connection: 'c', channel });
    this.#ask({ type: 'channel.open', connection: 'c', channel: 'consumer' });
    this.#ask({ type: 'exchange.declare', channel, exchange, exchangeType: 'topic' });
    this.#ask({ type: 'basic.qos', channel: 'consumer', prefetchCount: prefetch });
    for (let number = 0; number < bindings; number++) {
      const queue = queueName(number);
      const routingKey = patternOf(number);
      this.#ask({ type: 'queue.declare', channel, queue });
      this.#ask({ type: 'queue.bind', channel, queue, exchange, routingKey });
      if (!isConsumed) continue;
      this.#ask({ type: 'basic.consume', channel: 'consumer', queue, consumerTag: queue });
    }
  }

  publish(routingKey: string, { body, properties }: Content): void {
    const channel = 'publisher';
    this.#ask({ type: 'basic.publish', channel, exchange, routingKey, properties, body });
  }

  ackedCount(): number {
    return this.#ackedCount;
  }

  close(): void {
    this.#broker = createBroker(profiles['4.0']);
  }

  #ask(command: object): void {
    const { broker, events } = apply(this.#broker, command as Command, runStart);
    this.#broker = broker;
    for (const event of events) {
      if (event.type !== 'basic.deliver') continue;
      this.#ackedCount += 1;
      this.#ask({ type: 'basic.ack', channel: event.channel, deliveryTag: event.deliveryTag });
    }
  }
}

export const warren: Contestant = {
  name: 'warren',
  open: (setting) => Promise.resolve(new WarrenSession(setting)),
  bodyOf: (text) => text,
};
