import type { Channel, Consumer } from '../../broker.ts';
import type { BasicConsume } from '../../command.ts';
import type { FieldTable } from '../../field-table.ts';
import { integerOf, wireTypeName } from '../../field-value.ts';
import type { ConsumerId, ConsumerTag } from '../../names.ts';
import { invalidArgument, noQueue, queueIn, reusedConsumerTag } from '../../protocol-error.ts';
import { queueTypeOf } from '../../queue-types/index.ts';
import { checkExclusiveAccess } from '../../rules/exclusive-queue.ts';
import { replyQueue, startReplyConsumer } from '../../rules/direct-reply-to.ts';
import { queueOrLast } from '../../rules/naming.ts';
import { checkPermission } from '../../rules/permissions.ts';
import type { Transaction } from '../../transaction.ts';

export function basicConsume(tx: Transaction, method: BasicConsume, channel: Channel): void {
  const name = queueOrLast(method.queue, channel);
  const asked = method.consumerTag ?? ('' as ConsumerTag);
  if (asked !== '' && channel.consumers.has(asked)) throw reusedConsumerTag(asked);
  if (name === replyQueue) {
    startReplyConsumer(tx, method, channel);
    return;
  }
  checkPermission(tx, channel, 'read', 'queue', name);
  const existing = tx.queue(channel.vhost, name);
  if (existing === undefined) throw noQueue(channel.vhost, name);
  checkExclusiveAccess(existing, channel.connection);
  const type = queueTypeOf(existing);
  type.checkConsume(tx, existing, method, channel);
  const priority = priorityIn(method.arguments ?? {}, queueIn(channel.vhost, name));

  const tag = asked === '' ? (tx.generateName('amq.ctag') as ConsumerTag) : asked;
  const consumer = createConsumer(tx, { ...method, queue: name }, channel, { tag, priority });
  const draft = tx.editChannel(channel.id);
  draft.consumers = draft.consumers.set(tag, { id: consumer.id, queue: name });
  const queue = tx.editQueue(existing);
  queue.consumers = queue.consumers.set(consumer.id, consumer);
  queue.hadConsumer = true;
  tx.send(channel, { type: 'basic.consume-ok', consumerTag: tag });
  const { vhost, id } = channel;
  tx.record({ type: 'consumer.started', vhost, queue: name, channel: id, consumerTag: tag });
  type.startConsumer(tx, queue, consumer);
}

function priorityIn(args: FieldTable, thing: string): number {
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
