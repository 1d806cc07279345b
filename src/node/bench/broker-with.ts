/** The broker that the engine's benchmarks begin with. */
import { apply, createBroker, profiles, runStart } from '#engine';
import type { Broker, Command } from '#engine';

export interface Surroundings {
  /** Bindings of the topic exchange, one of which matches. */
  readonly bindings: number;
  /** Queues with a consumer and a channel each, that have nothing to do with the work. */
  readonly others: number;
  /** Messages that wait in the queue before the work begins. */
  readonly waiting: number;
}

export const routingKey = 'order.eu.r0.created';
const queueCount = 100;

export function brokerWith({ bindings, others, waiting }: Surroundings): Broker {
  let broker = createBroker(profiles['4.0']);
  const ask = (command: object): void => {
    ({ broker } = apply(broker, command as Command, runStart));
  };
  ask({ type: 'connection.open', connection: 'c' });
  for (const channel of ['publisher', 'consumer']) {
    ask({ type: 'channel.open', connection: 'c', channel });
  }
  const channel = 'publisher';
  ask({ type: 'exchange.declare', channel, exchange: 't', exchangeType: 'topic' });
  for (let queue = 0; queue < Math.min(bindings, queueCount); queue++) {
    ask({ type: 'queue.declare', channel, queue: `q${queue}` });
  }
  for (let number = 0; number < bindings; number++) {
    const key = [`order.*.r${number}.#`, `#.r${number}.created`, `order.eu.r${number}.*`][
      number % 3
    ];
    const queue = `q${number % queueCount}`;
    ask({ type: 'queue.bind', channel, queue, exchange: 't', routingKey: key });
  }
  for (let number = 0; number < others; number++) {
    const other = `other${number}`;
    ask({ type: 'queue.declare', channel, queue: other });
    ask({ type: 'queue.bind', channel, queue: other, exchange: 'amq.direct', routingKey: other });
    ask({ type: 'channel.open', connection: 'c', channel: other });
    ask({ type: 'basic.consume', channel: other, queue: other, consumerTag: 'other' });
  }
  for (let number = 0; number < waiting; number++) ask(publish());
  ask({ type: 'basic.qos', channel: 'consumer', prefetchCount: 100 });
  ask({ type: 'basic.consume', channel: 'consumer', queue: 'q0', consumerTag: 'worker' });
  return broker;
}

const body = 'x'.repeat(100);

export const publish = (): Command =>
  ({
    type: 'basic.publish',
    channel: 'publisher',
    exchange: 't',
    routingKey,
    properties: { headers: { region: 'eu', size: 1 } },
    body,
  }) as unknown as Command;
