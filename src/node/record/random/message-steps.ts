/** Random steps that move messages: publish, get, consume, settle. */
import type { Step } from '#conformance';
import { given } from './dice.ts';
import type { Dice } from './dice.ts';
import type { OpenChannel } from './situation.ts';
import { keys } from './topology.ts';
import type { Queue } from './topology.ts';

const step = (op: string, ch: string, fields: Readonly<Record<string, unknown>>): Step =>
  ({ op, ...(ch === 'a' ? {} : { ch }), ...given(fields) }) as Step;

export function publish(
  dice: Dice,
  { name, mode }: OpenChannel,
  number: number,
  queue: string,
  before: readonly Step[],
): readonly Step[] {
  const count = dice.maybe(0.35, () => dice.between(2, 4));
  const expiration = dice.maybe(0.1, () => dice.of(['0', '150', '150', '60000']));
  const isShort = expiration === '150';
  const body = `m${number}${count === undefined ? '' : '.{i}'}${dice.chance(0.1) ? '-longer' : ''}`;
  const properties = given({
    ...randomProperties(dice, queue),
    expiration,
  });
  const isNone = Object.keys(properties).length === 0;
  const publishing = step('basic.publish', name, {
    ...randomTarget(dice, queue, before),
    body,
    properties: isNone ? undefined : properties,
    mandatory: dice.maybe(0.2, () => true),
    count,
    settle: isShort ? 20 : mode === 'confirm' ? 150 : 80,
  });
  return isShort ? [publishing, { op: 'sleep', ms: 400 }] : [publishing];
}

/** Mostly one that leads to a queue. */
function randomTarget(
  dice: Dice,
  queue: string,
  before: readonly Step[],
): Readonly<Record<string, unknown>> {
  const bindings = before.filter(({ op }) => op === 'queue.bind' || op === 'exchange.bind');
  if (dice.chance(0.4) || bindings.length === 0) return { routingKey: queue };
  const binding = dice.of(bindings);
  const pattern = String(binding['routingKey'] ?? '');
  const fitting = pattern
    .replaceAll('*', () => dice.of(['a', 'b']))
    .replaceAll('#', () => dice.of(['a', 'b', 'b.a']));
  return {
    exchange: binding['exchange'] ?? binding['source'],
    routingKey: dice.chance(0.8) ? fitting : dice.of(keys),
  };
}

function randomProperties(dice: Dice, queue: string): Record<string, unknown> {
  const routes = (): readonly string[] =>
    Array.from({ length: dice.between(0, 2) }, () =>
      dice.chance(0.4) ? queue : dice.of([...keys, 'q0', 'q1']),
    );
  const headers = given({
    h: dice.maybe(0.25, () => dice.of([1, 2, '1', true])),
    g: dice.maybe(0.15, () => dice.of(['x', 'y'])),
    CC: dice.maybe(0.08, routes),
    BCC: dice.maybe(0.04, routes),
  });
  return {
    priority: dice.maybe(0.2, () => dice.between(0, 5)),
    deliveryMode: dice.maybe(0.25, () => dice.of([1, 2, 2])),
    messageId: dice.maybe(0.04, () => 'id'),
    userId: dice.maybe(0.02, () => 'guest'),
    headers: Object.keys(headers).length > 0 || dice.chance(0.05) ? headers : undefined,
  };
}

export const get = (dice: Dice, { name }: OpenChannel, queue: string): Step =>
  step('basic.get', name, {
    queue,
    noAck: dice.maybe(0.2, () => true),
    settle: 60,
  });

export function consume(
  dice: Dice,
  ch: string,
  number: number,
  { name: queue, type }: Queue,
): readonly Step[] {
  const isStream = type === 'stream';
  const prefetchCount = dice.maybe(isStream ? 0.95 : 0.6, () => dice.between(isStream ? 1 : 0, 4));
  const qos = step('basic.qos', ch, {
    prefetchCount,
    global: dice.maybe(0.15, () => true),
  });
  const args = given({
    'x-priority': dice.maybe(0.15, () => dice.of([-1, 0, 1, 5])),
    'x-stream-offset': isStream
      ? dice.maybe(0.7, () => dice.of(['first', 'next', 'last', 0, 2, 50]))
      : undefined,
  });
  const consuming = step('basic.consume', ch, {
    queue,
    consumerTag: `t${number}`,
    noAck: isStream ? undefined : dice.maybe(0.12, () => true),
    exclusive: dice.maybe(0.04, () => true),
    arguments: Object.keys(args).length > 0 ? args : undefined,
    settle: isStream ? 200 : 80,
  });
  return prefetchCount === undefined ? [consuming] : [qos, consuming];
}

/** Of one delivery that is there to be settled. */
export function settle(dice: Dice, { name, unsettled }: OpenChannel): Step {
  const deliveryTag = dice.chance(0.6) ? (unsettled[0] as number) : dice.of(unsettled);
  const how = dice.of(['ack', 'ack', 'reject', 'nack', 'reject-requeue', 'nack-requeue']);
  const [method = '', requeue] = how.split('-');
  return step(`basic.${method}`, name, {
    deliveryTag,
    requeue: method === 'ack' ? undefined : requeue !== undefined,
    settle: 80,
  });
}

export function settleMultiple(dice: Dice, { name, unsettled }: OpenChannel): Step {
  const deliveryTag = dice.chance(0.25) ? 0 : dice.of(unsettled);
  const isAck = dice.chance(0.4);
  return step(isAck ? 'basic.ack' : 'basic.nack', name, {
    deliveryTag,
    multiple: true,
    requeue: isAck ? undefined : dice.chance(0.5),
    settle: 80,
  });
}

export const settleWrong = (dice: Dice, ch: string): Step =>
  step(dice.of(['basic.ack', 'basic.nack', 'basic.reject']), ch, {
    deliveryTag: dice.of([0, 1, 2, 99]),
    multiple: undefined,
    settle: 100,
  });
