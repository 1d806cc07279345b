/** Random steps that RabbitMQ mostly refuses; each on a channel of its own, which it may close. */
import type { Step } from '#conformance';
import { given } from './dice.ts';
import type { Dice } from './dice.ts';
import type { Topology } from './topology.ts';

type Fields = Readonly<Record<string, unknown>>;

const odd = (dice: Dice): unknown =>
  dice.of([-1, 0, 1, 255, 256, 70_000, 1.5, 'text', '', true, null, [1], { a: 1 }, '5']);

const argumentNames = [
  'x-message-ttl',
  'x-expires',
  'x-max-length',
  'x-max-length-bytes',
  'x-max-priority',
  'x-overflow',
  'x-dead-letter-exchange',
  'x-dead-letter-routing-key',
  'x-single-active-consumer',
  'x-queue-mode',
  'x-queue-type',
  'x-delivery-limit',
  'x-queue-master-locator',
  'x-dead-letter-strategy',
  'x-max-age',
  'x-stream-max-segment-size-bytes',
  'x-quorum-initial-group-size',
  'x-max-in-memory-length',
  'x-queue-version',
];

interface Where {
  readonly dice: Dice;
  readonly queue: () => string;
  readonly exchange: () => string;
  readonly flag: () => true | undefined;
}

const ends = ({ exchange }: Where): Fields => ({
  source: exchange(),
  destination: exchange(),
  routingKey: 'a',
});

const oddArgument = (dice: Dice, names: readonly string[]): Fields => ({
  [dice.of(names)]: odd(dice),
});

const makers: Readonly<Record<string, (where: Where) => Fields>> = {
  'queue.declare': ({ dice, queue, flag }) => ({
    queue: dice.of([queue(), 'new', 'amq.mine', 'q'.repeat(255)]),
    passive: flag(),
    durable: flag(),
    exclusive: flag(),
    autoDelete: flag(),
    arguments: dice.maybe(0.7, () => oddArgument(dice, argumentNames)),
  }),
  'exchange.declare': ({ dice, exchange, flag }) => ({
    exchange: dice.of([exchange(), 'new']),
    type: dice.of(['direct', 'fanout', 'topic', 'headers', 'x-consistent-hash', 'x-unknown']),
    passive: flag(),
    durable: flag(),
    autoDelete: flag(),
    internal: flag(),
    arguments: dice.maybe(0.4, () => ({ 'alternate-exchange': odd(dice) })),
  }),
  'queue.bind': ({ dice, queue, exchange }) => ({
    queue: queue(),
    exchange: exchange(),
    routingKey: 'a',
    arguments: dice.maybe(0.3, () => oddArgument(dice, [...argumentNames, 'x-match'])),
  }),
  'queue.unbind': ({ queue, exchange }) => ({
    queue: queue(),
    exchange: exchange(),
    routingKey: 'a',
  }),
  'exchange.bind': ends,
  'exchange.unbind': ends,
  'queue.purge': ({ queue }) => ({ queue: queue() }),
  'queue.delete': ({ queue, flag }) => ({ queue: queue(), ifUnused: flag(), ifEmpty: flag() }),
  'exchange.delete': ({ exchange, flag }) => ({ exchange: exchange(), ifUnused: flag() }),
  'basic.get': ({ queue, flag }) => ({ queue: queue(), noAck: flag() }),
  'basic.consume': ({ dice, queue, flag }) => ({
    queue: queue(),
    consumerTag: dice.maybe(0.8, () => 'w'),
    noAck: flag(),
    exclusive: flag(),
    arguments: dice.maybe(0.5, () => oddArgument(dice, ['x-priority', 'x-stream-offset', 'x-a'])),
  }),
  'basic.qos': ({ dice, flag }) => ({
    prefetchCount: dice.of([0, 1, 65_535]),
    prefetchSize: dice.maybe(0.5, () => 10),
    global: flag(),
  }),
  'basic.cancel': ({ dice }) => ({ consumerTag: dice.of(['t1', 'none', '']) }),
  'basic.recover': ({ dice }) => ({ requeue: dice.chance(0.7) }),
  'confirm.select': () => ({}),
  'tx.select': () => ({}),
  'tx.commit': () => ({}),
  'tx.rollback': () => ({}),
  'basic.publish': ({ dice, queue, exchange, flag }) => ({
    exchange: exchange(),
    routingKey: dice.of(['a', queue()]),
    body: 'wrong',
    mandatory: flag(),
    immediate: dice.maybe(0.1, () => true),
    properties: dice.maybe(0.7, () => oddProperties(dice)),
    settle: 100,
  }),
};

export function wrongStep(dice: Dice, ch: string, { queues, exchanges }: Topology): Step {
  const where: Where = {
    dice,
    queue: () => dice.of([dice.of(queues).name, dice.of(queues).name, 'nowhere', '']),
    exchange: () => dice.of([dice.of(exchanges).name, 'nowhere', '', 'amq.direct', 'amq.nothing']),
    flag: () => dice.maybe(0.3, () => true),
  };
  const op = dice.of(Object.keys(makers));
  return { op, ch, ...given(makers[op]?.(where) ?? {}) } as Step;
}

const oddProperties = (dice: Dice): Fields =>
  given({
    expiration: dice.maybe(0.3, () => dice.of(['-1', 'text', '', '1.5', ' 5', '00060000', '+5'])),
    deliveryMode: dice.maybe(0.2, () => dice.of([0, 3, 255])),
    userId: dice.maybe(0.2, () => dice.of(['guest', 'somebody', ''])),
    priority: dice.maybe(0.2, () => 255),
    headers: dice.maybe(0.4, () => ({
      [dice.of(['CC', 'BCC', 'x-death', 'x-delay', 'x-match'])]: dice.of([
        odd(dice),
        ['a', 1, 'q0'],
      ]),
    })),
  });
