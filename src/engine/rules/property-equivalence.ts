/**
 * Property equivalence: to declare what exists already is to claim that it is so; where the claim is
 * wrong the declaration is refused. Only arguments that RabbitMQ knows are compared, in an order of
 * its own.
 *
 * https://www.rabbitmq.com/docs/queues#property-equivalence
 */
import type { Exchange, Queue } from '../broker.ts';
import type { ExchangeDeclare, QueueDeclare } from '../command.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import { plainText, sameValue, wireTypeName } from '../field-value.ts';
import type { ConnectionId, VhostName } from '../names.ts';
import type { BrokerProfile } from '../profile.ts';
import { erlangAtom } from '../erlang-term.ts';
import { exchangeIn, inequivalent, lockedQueue, queueIn } from '../protocol-error.ts';
import { queueTypeOf } from '../queue-types/index.ts';

/** What each type of queue knows, in the order in which RabbitMQ compares it. */
const comparedArguments: Readonly<Record<Queue['type'], readonly string[]>> = {
  classic: [
    'x-expires',
    'x-message-ttl',
    'x-dead-letter-exchange',
    'x-dead-letter-routing-key',
    'x-max-length',
    'x-max-length-bytes',
    'x-max-priority',
    'x-overflow',
    'x-queue-mode',
    'x-queue-version',
    'x-single-active-consumer',
    'x-queue-type',
    'x-queue-master-locator',
    'x-queue-leader-locator',
  ],
  quorum: [
    'x-dead-letter-exchange',
    'x-dead-letter-routing-key',
    'x-dead-letter-strategy',
    'x-expires',
    'x-max-length',
    'x-max-length-bytes',
    'x-max-in-memory-length',
    'x-max-in-memory-bytes',
    'x-overflow',
    'x-single-active-consumer',
    'x-queue-type',
    'x-quorum-initial-group-size',
    'x-delivery-limit',
    'x-message-ttl',
    'x-queue-leader-locator',
  ],
  stream: [
    'x-max-length-bytes',
    'x-queue-type',
    'x-max-age',
    'x-stream-max-segment-size-bytes',
    'x-initial-cluster-size',
    'x-queue-leader-locator',
  ],
};

export function checkQueueEquivalence(
  queue: Queue,
  declared: QueueDeclare,
  connection: ConnectionId,
  profile: BrokerProfile,
): void {
  const { vhost, name } = queue;
  const isExclusive = declared.exclusive ?? false;
  // Access is checked as if the declaration asked to share the queue or to own it.
  if (queue.exclusiveTo !== (isExclusive ? connection : null)) throw lockedQueue(vhost, name);

  const thing = queueIn(vhost, name);
  const durable = (declared.durable ?? false) && !isExclusive;
  checkField('durable', thing, durable, queue.durable);
  checkField('auto_delete', thing, declared.autoDelete ?? false, queue.autoDelete);
  const typed = (args: FieldTable): FieldTable =>
    profile.declaresTypeByDefault ? { 'x-queue-type': 'classic', ...args } : args;
  const refused = queueTypeOf(queue).refusedArguments(profile);
  const compared = comparedArguments[queue.type].filter((name) => !refused.includes(name));
  checkArguments(compared, thing, typed(declared.arguments ?? {}), typed(queue.arguments));
}

export function checkExchangeEquivalence(
  vhost: VhostName,
  exchange: Exchange,
  declared: ExchangeDeclare,
): void {
  const thing = exchangeIn(vhost, exchange.name);
  checkField('type', thing, erlangAtom(declared.exchangeType), erlangAtom(exchange.type));
  checkField('durable', thing, declared.durable ?? false, exchange.durable);
  checkField('auto_delete', thing, declared.autoDelete ?? false, exchange.autoDelete);
  checkField('internal', thing, declared.internal ?? false, exchange.internal);
  checkArguments(['alternate-exchange'], thing, declared.arguments ?? {}, exchange.arguments);
}

function checkField(
  field: string,
  thing: string,
  received: boolean | string,
  current: boolean | string,
): void {
  if (received === current) return;
  throw inequivalent(field, thing, `received '${received}' but current is '${current}'`);
}

function checkArguments(
  names: readonly string[],
  thing: string,
  received: FieldTable,
  current: FieldTable,
): void {
  for (const name of names) {
    const [now, before] = [received[name], current[name]];
    if (now === undefined && before === undefined) continue;
    if (now !== undefined && before !== undefined && sameValue(now, before, true)) continue;
    // A queue without a type is a classic one.
    if (name === 'x-queue-type' && (now ?? 'classic') === (before ?? 'classic')) continue;
    throw inequivalent(name, thing, tellDifference(now, before));
  }
}

function tellDifference(received: FieldValue | undefined, current: FieldValue | undefined): string {
  if (received !== undefined && current !== undefined) {
    return `received '${plainText(received)}' but current is '${plainText(current)}'`;
  }
  return `received ${tellValue(received)} but current is ${tellValue(current)}`;
}

const tellValue = (value: FieldValue | undefined): string =>
  value === undefined ? 'none' : `the value '${plainText(value)}' of type '${wireTypeName(value)}'`;
