import type { Channel, Consumer, Queue } from '../../broker.ts';
import type { BasicConsume } from '../../command.ts';
import type { FieldTable } from '../../field-table.ts';
import { integerOf, wireTypeName } from '../../field-value.ts';
import type { ConsumerId, ConsumerTag } from '../../names.ts';
import {
  inExclusiveUse,
  invalidArgument,
  noQueue,
  preconditionFailed,
  queueIn,
  reusedConsumerTag,
} from '../../protocol-error.ts';
import { dispatch } from '../../rules/consumer-dispatch.ts';
import { takeTurn } from '../../rules/consumer-priority.ts';
import { checkExclusiveAccess } from '../../rules/exclusive-queue.ts';
import { queueOrLast } from '../../rules/naming.ts';
import { activateConsumer } from '../../rules/single-active-consumer.ts';
import type { Transaction } from '../../transaction.ts';

export function basicConsume(tx: Transaction, method: BasicConsume, channel: Channel): void {
  const name = queueOrLast(method.queue, channel);
  const asked = method.consumerTag ?? ('' as ConsumerTag);
  if (asked !== '' && channel.consumers.has(asked)) throw reusedConsumerTag(asked);
  const existing = tx.queue(channel.vhost, name);
  if (existing === undefined) throw noQueue(channel.vhost, name);
  checkExclusiveAccess(existing, channel.connection);
  checkExclusiveConsume(existing, method.exclusive ?? false);
  const priority = priorityIn(method.arguments ?? {}, queueIn(channel.vhost, name));

  const tag = asked === '' ? (tx.generateName('amq.ctag') as ConsumerTag) : asked;
  const consumer = createConsumer(tx, { ...method, queue: name }, channel, { tag, priority });
  const draft = tx.editChannel(channel.id);
  draft.consumers = draft.consumers.set(tag, { id: consumer.id, queue: name });
  const queue = tx.editQueue(existing);
  queue.consumers = queue.consumers.set(consumer.id, consumer);
  queue.hadConsumer = true;
  takeTurn(queue, consumer);
  tx.send(channel, { type: 'basic.consume-ok', consumerTag: tag });
  const { vhost, id } = channel;
  tx.record({ type: 'consumer.started', vhost, queue: name, channel: id, consumerTag: tag });
  activateConsumer(tx, queue);
  dispatch(tx, queue);
}

/** https://www.rabbitmq.com/docs/consumers#exclusivity */
function checkExclusiveConsume(queue: Queue, exclusive: boolean): void {
  const { settings, consumers, vhost, name } = queue;
  if (settings.singleActiveConsumer) {
    if (exclusive) throw inExclusiveUse(vhost, name);
    return;
  }
  if (exclusive && consumers.size > 0) throw inExclusiveUse(vhost, name);
  for (const other of consumers.values()) {
    if (other.exclusive) throw inExclusiveUse(vhost, name);
  }
}

function priorityIn(args: FieldTable, thing: string): number {
  const offset = args['x-stream-offset'];
  if (offset !== undefined) {
    throw preconditionFailed('x-stream-offset is not supported for classic queues');
  }
  const value = args['x-priority'];
  if (value === undefined) return 0;
  const priority = integerOf(value);
  if (priority !== null) return priority;
  throw invalidArgument('x-priority', thing, `"expected integer, got ${wireTypeName(value)}"`);
}

function createConsumer(
  tx: Transaction,
  method: BasicConsume,
  channel: Channel,
  { tag, priority }: { readonly tag: ConsumerTag; readonly priority: number },
): Consumer {
  const id = (tx.broker.lastConsumerId + 1) as ConsumerId;
  tx.broker.lastConsumerId = id;
  const noAck = method.noAck ?? false;
  return {
    id,
    tag,
    connection: channel.connection,
    channel: channel.id,
    queue: method.queue,
    noAck,
    exclusive: method.exclusive ?? false,
    priority,
    prefetchCount: noAck ? 0 : channel.prefetchCount,
    unackedCount: 0,
    isBlocked: false,
    arguments: method.arguments ?? {},
  };
}
