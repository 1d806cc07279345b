/** Random queues, exchanges, bindings, and what they are declared with. */
import type { Step } from '#conformance';
import { given } from './dice.ts';
import type { Dice } from './dice.ts';
import type { Theme } from './themes.ts';

export const keys = ['a', 'b', 'c', 'a.b', 'a.c', 'b.a.c', ''];
const patterns = ['#', '*', 'a.*', '*.b', '#.c', 'a.#', 'a', 'a.b', 'c', '*.*', '#.a.#', ''];
const queueNames = ['q0', 'q1', 'q2', 'q3'];
const exchangeNames = ['x0', 'x1', 'x2'];

export type QueueType = 'classic' | 'quorum' | 'stream';

export interface Queue {
  readonly name: string;
  readonly type: QueueType;
}

export interface Exchange {
  readonly name: string;
  readonly type: string;
}

export interface Topology {
  readonly queues: readonly Queue[];
  readonly exchanges: readonly Exchange[];
  readonly steps: readonly Step[];
}

export function randomTopology(dice: Dice, theme: Theme): Topology {
  const exchanges = exchangeNames
    .slice(0, dice.between(1, 3))
    .map((name) => ({ name, type: dice.of(['direct', 'fanout', 'topic', 'topic', 'headers']) }));
  const queues = queueNames
    .slice(0, dice.of([1, 2, 2, 3, 3, 4]))
    .map((name) => ({ name, type: dice.weighted(theme.queueTypes) }));
  return {
    exchanges,
    queues,
    steps: [
      ...exchanges.map((exchange) => declareExchange(dice, exchange, theme)),
      ...queues.map((queue) => declareQueue(dice, queue, theme)),
      ...Array.from({ length: dice.between(2, 6) }, () => bind(dice, queues, exchanges)),
    ],
  };
}

export const declareExchange = (dice: Dice, { name, type }: Exchange, theme: Theme): Step =>
  ({
    op: 'exchange.declare',
    ...given({
      exchange: name,
      type,
      durable: dice.maybe(theme.durable, () => true),
      autoDelete: dice.maybe(0.08, () => true),
      internal: dice.maybe(0.04, () => true),
      arguments: dice.maybe(0.25, () => ({
        'alternate-exchange': dice.of([...exchangeNames, 'amq.fanout', 'nowhere', '']),
      })),
    }),
  }) as Step;

export function declareQueue(dice: Dice, { name, type }: Queue, theme: Theme): Step {
  const args = type === 'classic' ? classicArguments(dice, theme) : replicated(dice, type, theme);
  const isClassic = type === 'classic';
  const isNeeded = !isClassic;
  return {
    op: 'queue.declare',
    ...given({
      queue: name,
      durable: isNeeded || dice.chance(theme.durable) || undefined,
      exclusive: isClassic ? dice.maybe(0.04, () => true) : undefined,
      autoDelete: isClassic ? dice.maybe(0.08, () => true) : undefined,
      arguments: Object.keys(args).length > 0 ? args : undefined,
    }),
  } as Step;
}

function classicArguments(dice: Dice, theme: Theme): Record<string, unknown> {
  const { limited, ordered, timed } = theme;
  return given({
    ...deathArguments(dice, theme),
    'x-max-length': dice.maybe(limited, () => dice.of([1, 1, 2, 2, 2, 3, 3, 5, 0])),
    'x-max-length-bytes': dice.maybe(limited / 4, () => dice.of([0, 3, 6, 10, 20])),
    'x-overflow': dice.maybe(limited, () =>
      dice.of(['drop-head', 'reject-publish', 'reject-publish-dlx']),
    ),
    'x-message-ttl': dice.maybe(timed, () => dice.of([0, 0, 200, 60_000, 60_000, 60_000])),
    'x-expires': dice.maybe(timed / 4, () => dice.of([300, 60_000])),
    'x-max-priority': dice.maybe(ordered, () => dice.of([0, 1, 2, 3, 5])),
    'x-single-active-consumer': dice.maybe(ordered / 2, () => dice.chance(0.8)),
    'x-queue-mode': dice.maybe(0.03, () => dice.of(['lazy', 'default'])),
    'x-queue-type': dice.maybe(0.03, () => 'classic'),
    'x-other': dice.maybe(0.03, () => dice.of([1, 'text', true])),
  });
}

const deathArguments = (dice: Dice, { dies }: Theme): Record<string, unknown> => {
  const goesTo = dice.maybe(dies, () =>
    dice.of([...exchangeNames, ...exchangeNames, '', '', 'nowhere']),
  );
  return {
    'x-dead-letter-exchange': goesTo,
    'x-dead-letter-routing-key':
      goesTo === undefined
        ? undefined
        : dice.maybe(0.5, () => dice.of([...queueNames, ...queueNames, 'a.c', 'b.a.c', ''])),
  };
};

function replicated(dice: Dice, type: QueueType, theme: Theme): Record<string, unknown> {
  if (type === 'stream') {
    return given({
      'x-queue-type': 'stream',
      'x-max-age': dice.maybe(0.1, () => dice.of(['1h', '7D'])),
      'x-max-length-bytes': dice.maybe(0.1, () => 1_000_000),
    });
  }
  return given({
    'x-queue-type': 'quorum',
    ...deathArguments(dice, theme),
    'x-dead-letter-strategy': dice.maybe(0.1, () => dice.of(['at-most-once', 'at-least-once'])),
    'x-delivery-limit': dice.maybe(0.3, () => dice.of([0, 1, 2, 3])),
    'x-max-length': dice.maybe(theme.limited, () => dice.of([1, 2, 3, 5])),
    'x-max-length-bytes': dice.maybe(theme.limited / 4, () => dice.of([6, 10, 20])),
    'x-overflow': dice.maybe(theme.limited, () => dice.of(['drop-head', 'reject-publish'])),
    'x-message-ttl': dice.maybe(theme.timed, () => dice.of([0, 150, 300, 60_000])),
    'x-expires': dice.maybe(theme.timed / 4, () => 60_000),
    'x-single-active-consumer': dice.maybe(theme.ordered, () => true),
  });
}

export function bind(dice: Dice, queues: readonly Queue[], exchanges: readonly Exchange[]): Step {
  const { name: source, type } = dice.of(exchanges);
  const isToExchange = dice.chance(0.15);
  const routingKey = type === 'topic' ? dice.of(patterns) : dice.of(keys);
  const args = type === 'headers' || dice.chance(0.03) ? headersArguments(dice) : undefined;
  if (isToExchange) {
    const destination = dice.of(exchanges).name;
    return given({ op: 'exchange.bind', source, destination, routingKey, arguments: args }) as Step;
  }
  const queue = dice.of(queues).name;
  return given({ op: 'queue.bind', queue, exchange: source, routingKey, arguments: args }) as Step;
}

const headersArguments = (dice: Dice): Record<string, unknown> =>
  given({
    'x-match': dice.maybe(0.8, () => dice.of(['all', 'any', 'all-with-x', 'any-with-x'])),
    h: dice.maybe(0.7, () => dice.of([1, 2, '1', null, true])),
    g: dice.maybe(0.5, () => dice.of(['x', 'y', ''])),
    'x-h': dice.maybe(0.1, () => 1),
  });
