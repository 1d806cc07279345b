/**
 * Random programs for the engine's laws: commands over a handful of names, so that they meet, at
 * instants on a coarse grid, so that ties happen.
 */
import fc from 'fast-check';
import type { Command, Instant } from '#engine';

export interface Timed {
  readonly at: Instant;
  readonly command: Command;
  /** Decides, with the state the command meets, what it says; see make-sense.ts. */
  readonly chance: number;
}

const channel = fc.constantFrom('a', 'b', 'c');
const connectionOf = { a: 'one', b: 'one', c: 'two' } as const;
const exchange = fc.constantFrom('direct', 'fanout', 'topic', 'headers', 'other');
const stream = fc.constantFrom('s1', 's2');
const quorum = fc.constantFrom('k1', 'k2');
const queue = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('q1', 'q2', 'q3', 'q4') },
  { weight: 4, arbitrary: quorum },
  { weight: 1, arbitrary: stream },
);
const word = fc.constantFrom('a', 'b', 'c');
const routingKey = fc.array(word, { maxLength: 3 }).map((words) => words.join('.'));
const bindingKey = fc
  .array(fc.oneof(word, fc.constantFrom('*', '#')), { maxLength: 3 })
  .map((words) => words.join('.'));
const headers = fc.record(
  { region: fc.constantFrom('eu', 'us'), size: fc.constantFrom(1, 2) },
  { requiredKeys: [] },
);
const deliveryTag = fc.integer({ min: 0, max: 12 });

const queueArguments = fc.record(
  {
    'x-message-ttl': fc.constantFrom(0, 20, 100),
    'x-max-length': fc.constantFrom(0, 1, 3),
    'x-overflow': fc.constantFrom('drop-head', 'reject-publish', 'reject-publish-dlx'),
    'x-dead-letter-exchange': fc.constantFrom('', 'fanout', 'topic', 'nowhere'),
    'x-max-priority': fc.constantFrom(1, 3),
    'x-single-active-consumer': fc.boolean(),
    'x-expires': fc.constantFrom(50, 200),
  },
  { requiredKeys: [] },
);

const streamArguments = fc.record(
  {
    'x-queue-type': fc.constant('stream'),
    'x-max-length-bytes': fc.constantFrom(0, 500),
    'x-max-age': fc.constantFrom('1s', '1h'),
    'x-stream-max-segment-size-bytes': fc.constantFrom(100, 300),
  },
  { requiredKeys: ['x-queue-type'] },
);

const quorumArguments = fc.record(
  {
    'x-queue-type': fc.constant('quorum'),
    'x-delivery-limit': fc.constantFrom(-1, 0, 1, 3),
    'x-message-ttl': fc.constantFrom(0, 20, 100),
    'x-max-length': fc.constantFrom(0, 1, 3),
    'x-overflow': fc.constantFrom('drop-head', 'reject-publish'),
    'x-dead-letter-exchange': fc.constantFrom('', 'fanout', 'topic', 'nowhere'),
    'x-dead-letter-strategy': fc.constantFrom('at-most-once', 'at-least-once'),
    'x-single-active-consumer': fc.boolean(),
    'x-expires': fc.constantFrom(50, 200),
  },
  { requiredKeys: ['x-queue-type'] },
);

const readArguments = fc.record(
  {
    'x-stream-offset': fc.constantFrom('first', 'last', 'next', 0, 3, 20, '1s'),
    'x-stream-filter': fc.constantFrom('eu', 'us'),
    'x-stream-match-unfiltered': fc.boolean(),
  },
  { requiredKeys: [] },
);

const properties = fc.record(
  {
    priority: fc.integer({ min: 0, max: 6 }),
    expiration: fc.constantFrom('0', '30', '90'),
    headers: fc.oneof(headers, fc.record({ 'x-stream-filter-value': fc.constantFrom('eu', 'us') })),
    deliveryMode: fc.constantFrom(1, 2),
  },
  { requiredKeys: [] },
);

const publish = fc.record({
  type: fc.constant('basic.publish'),
  channel,
  exchange: fc.oneof(exchange, fc.constant('')),
  routingKey: fc.oneof(routingKey, queue),
  mandatory: fc.boolean(),
  properties,
  body: fc.constantFrom('', 'x', 'four'),
});

/** Straight to a queue, so that queues have something. */
const publishTo = fc.record({
  type: fc.constant('basic.publish'),
  channel,
  exchange: fc.constant(''),
  routingKey: queue,
  properties,
  body: fc.constantFrom('', 'x', 'four'),
});

const settleAll = fc.record({
  type: fc.constantFrom('basic.ack', 'basic.ack', 'basic.nack'),
  channel,
  deliveryTag: fc.constant(0),
  multiple: fc.constant(true),
  requeue: fc.boolean(),
});

const settle = fc.oneof(
  fc.record({ type: fc.constant('basic.ack'), channel, deliveryTag, multiple: fc.boolean() }),
  fc.record({
    type: fc.constant('basic.nack'),
    channel,
    deliveryTag,
    multiple: fc.boolean(),
    requeue: fc.boolean(),
  }),
  fc.record({ type: fc.constant('basic.reject'), channel, deliveryTag, requeue: fc.boolean() }),
  fc.record({ type: fc.constant('basic.recover'), channel, requeue: fc.constant(true) }),
);

const consume = fc.record({
  type: fc.constant('basic.consume'),
  channel,
  queue,
  consumerTag: fc.constantFrom('', 'x', 'y'),
  noAck: fc.boolean(),
  arguments: fc.record({ 'x-priority': fc.constantFrom(0, 5) }, { requiredKeys: [] }),
});

const declare = fc.oneof(
  fc.record({
    type: fc.constant('queue.declare'),
    channel,
    queue,
    durable: fc.boolean(),
    autoDelete: fc.boolean(),
    exclusive: fc.boolean(),
    arguments: queueArguments,
  }),
  fc.record({
    type: fc.constant('queue.declare'),
    channel,
    queue: quorum,
    durable: fc.constant(true),
    arguments: quorumArguments,
  }),
  fc.record({
    type: fc.constant('queue.declare'),
    channel,
    queue: stream,
    durable: fc.constant(true),
    arguments: streamArguments,
  }),
  fc.record({
    type: fc.constant('exchange.declare'),
    channel,
    exchange: fc.constant('other'),
    exchangeType: fc.constantFrom('direct', 'topic'),
    autoDelete: fc.boolean(),
    arguments: fc.record(
      { 'alternate-exchange': fc.constantFrom('fanout', 'nowhere') },
      { requiredKeys: [] },
    ),
  }),
);

const bind = fc.oneof(
  fc.record({
    type: fc.constantFrom('queue.bind', 'queue.bind', 'queue.unbind'),
    channel,
    queue,
    exchange,
    routingKey: bindingKey,
    arguments: headers,
  }),
  fc.record({
    type: fc.constantFrom('exchange.bind', 'exchange.unbind'),
    channel,
    source: exchange,
    destination: exchange,
    routingKey: bindingKey,
  }),
);

const rare = fc.oneof(
  fc.record({ type: fc.constant('queue.purge'), channel, queue }),
  fc.record({ type: fc.constant('queue.delete'), channel, queue }),
  fc.record({ type: fc.constant('exchange.delete'), channel, exchange: fc.constant('other') }),
  fc.record({ type: fc.constant('channel.close'), channel }),
  fc.record({ type: fc.constant('connection.drop'), connection: fc.constantFrom('one', 'two') }),
  fc.record({ type: fc.constant('broker.restart') }),
  fc.record({ type: fc.constant('confirm.select'), channel }),
  fc.record({ type: fc.constantFrom('tx.select', 'tx.commit', 'tx.rollback'), channel }),
  fc.record({ type: fc.constant('basic.cancel'), channel, consumerTag: fc.constantFrom('x', 'y') }),
);

const definition = fc.record(
  {
    'message-ttl': fc.constantFrom(0, 30),
    'max-length': fc.constantFrom(0, 1, 2),
    'delivery-limit': fc.constantFrom(-1, 1, 2),
    overflow: fc.constantFrom('drop-head', 'reject-publish', 'reject-publish-dlx'),
    expires: fc.constantFrom(40, 300),
    'dead-letter-exchange': fc.constantFrom('', 'fanout', 'nowhere'),
    'alternate-exchange': fc.constantFrom('fanout', 'topic'),
  },
  { requiredKeys: [] },
);

const operators = fc.oneof(
  fc.record({
    type: fc.constantFrom('policy.set', 'operator-policy.set'),
    name: fc.constantFrom('one', 'two'),
    pattern: fc.constantFrom('.*', '^q1$', 'q[23]', 'topic|direct'),
    definition,
    applyTo: fc.constantFrom('all', 'queues', 'exchanges', 'classic_queues', 'quorum_queues'),
    priority: fc.constantFrom(0, 1),
  }),
  fc.record({
    type: fc.constantFrom('policy.clear', 'operator-policy.clear'),
    name: fc.constantFrom('one', 'two'),
  }),
  fc.record({
    type: fc.constant('permissions.set'),
    user: fc.constant('guest'),
    configure: fc.constantFrom('.*', 'q'),
    write: fc.constantFrom('.*', '.*', 'q|default|fanout'),
    read: fc.constantFrom('.*', '.*', 'q[12]|topic'),
  }),
  fc.record({
    type: fc.constant('topic-permissions.set'),
    user: fc.constant('guest'),
    exchange: fc.constant('topic'),
    write: fc.constantFrom('.*', 'a|b'),
    read: fc.constantFrom('.*', '^[^#]'),
  }),
  fc.record({
    type: fc.constant('vhost-limit.set'),
    name: fc.constantFrom('max-queues', 'max-connections'),
    value: fc.constantFrom(-1, 1, 3),
  }),
);

const reply = fc.oneof(
  fc.record({
    type: fc.constant('basic.consume'),
    channel,
    queue: fc.constant('amq.rabbitmq.reply-to'),
    consumerTag: fc.constantFrom('', 'x', 'y'),
    noAck: fc.constant(true),
  }),
  fc.record({
    type: fc.constant('basic.publish'),
    channel,
    exchange: fc.constant(''),
    routingKey: fc.oneof(
      queue,
      fc.constantFrom(...[1, 2, 3].map((number) => `amq.rabbitmq.reply-to.${number}`)),
    ),
    properties: fc.record({ replyTo: fc.constant('amq.rabbitmq.reply-to') }, { requiredKeys: [] }),
    body: fc.constant('reply'),
  }),
);

const qos = fc.record({
  type: fc.constant('basic.qos'),
  channel,
  prefetchCount: fc.integer({ min: 0, max: 3 }),
  global: fc.boolean(),
});

/** A consumer of a stream needs a prefetch. */
const read = fc
  .record({
    channel,
    queue: stream,
    consumerTag: fc.constantFrom('', 'x', 'y'),
    prefetchCount: fc.integer({ min: 1, max: 3 }),
    arguments: readArguments,
  })
  .map(({ prefetchCount, ...consume }) => [
    { type: 'basic.qos', channel: consume.channel, prefetchCount, global: false },
    { type: 'basic.consume', ...consume },
  ]);

const one = fc.oneof(
  { weight: 10, arbitrary: publish },
  { weight: 12, arbitrary: publishTo },
  { weight: 3, arbitrary: settleAll },
  { weight: 5, arbitrary: settle },
  { weight: 3, arbitrary: consume },
  { weight: 3, arbitrary: declare },
  { weight: 3, arbitrary: bind },
  { weight: 1, arbitrary: rare },
  { weight: 1, arbitrary: qos },
  { weight: 1, arbitrary: operators },
  { weight: 1, arbitrary: reply },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('basic.get'), channel, queue, noAck: fc.boolean() }),
  },
);

const anything = fc.oneof(
  { weight: 20, arbitrary: one.map((command) => [command]) },
  { weight: 2, arbitrary: read },
);

/** Connections and channels are opened again before each command that may need them. */
function open(name: 'a' | 'b' | 'c'): readonly Command[] {
  const connection = connectionOf[name];
  return [
    { type: 'connection.open', connection },
    { type: 'channel.open', connection, channel: name },
  ] as unknown as readonly Command[];
}

const foundations = [
  ...open('a'),
  ...['direct', 'fanout', 'topic', 'headers'].map((type) => ({
    type: 'exchange.declare',
    channel: 'a',
    exchange: type,
    exchangeType: type,
    durable: true,
  })),
  ...['q1', 'q2'].map((name) => ({ type: 'queue.declare', channel: 'a', queue: name })),
  {
    type: 'queue.declare',
    channel: 'a',
    queue: 'k1',
    durable: true,
    arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': 2, 'x-dead-letter-exchange': '' },
  },
  {
    type: 'queue.declare',
    channel: 'a',
    queue: 's1',
    durable: true,
    arguments: {
      'x-queue-type': 'stream',
      'x-stream-max-segment-size-bytes': 200,
      'x-max-length-bytes': 800,
    },
  },
] as unknown as readonly Command[];

/** A program whose commands come at instants that do not decrease. */
export const aProgram = ({ length }: { readonly length: number }) =>
  fc
    .array(
      fc.record({
        commands: anything,
        wait: fc.constantFrom(0, 0, 0, 10, 10, 50),
        chance: fc.nat(63),
      }),
      { minLength: length, maxLength: length, size: 'max' },
    )
    .map((steps): readonly Timed[] => {
      let at = 0;
      const program: Timed[] = foundations.map((command) => ({
        at: 0 as Instant,
        command,
        chance: 0,
      }));
      for (const { commands, wait, chance } of steps) {
        at += wait;
        const [command] = commands;
        const sender = command !== undefined && 'channel' in command ? command.channel : null;
        const needed = sender === null ? [] : open(sender);
        // A second channel.open would close the connection, so it is asked only where it is needed.
        for (const command of needed) program.push({ at: at as Instant, command, chance: 0 });
        for (const asked of commands) {
          program.push({ at: at as Instant, command: asked as unknown as Command, chance });
        }
      }
      return program;
    });
