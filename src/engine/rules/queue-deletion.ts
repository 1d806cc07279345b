/**
 * How a queue ends: its bindings go, its consumers are told so, and its messages are gone. Deliveries
 * that wait for an acknowledgement stay with their channels, which may still answer for them.
 *
 * https://www.rabbitmq.com/docs/consumer-cancel
 */
import type { Queue } from '../broker.ts';
import type { DiscardReason } from '../event.ts';
import type { QueueName } from '../names.ts';
import { eachMessage } from '../queue-types/contents.ts';
import type { Transaction } from '../transaction.ts';
import { removeBindingsTo } from './bindings.ts';
import { recordDiscard } from './discarding.ts';

export function deleteQueue(
  tx: Transaction,
  { vhost: vhostName, name }: Pick<Queue, 'vhost' | 'name'>,
  reason: DiscardReason = 'queue-deleted',
): void {
  const queue = tx.editQueue({ vhost: vhostName, name });
  // A restart takes queues away without a word to the exchanges that delete themselves.
  const fate = reason === 'not-durable' ? 'stays' : 'may-go';
  removeBindingsTo(tx, vhostName, { kind: 'queue', name }, fate);
  cancelConsumers(tx, queue);
  for (const queued of eachMessage(queue)) recordDiscard(tx, queue, queued, reason, null);
  if (queue.exclusiveTo !== null) disown(tx, queue.exclusiveTo, name);
  const vhost = tx.editVhost(vhostName);
  vhost.queues = vhost.queues.delete(name);
  tx.record({ type: 'queue.deleted', vhost: vhostName, queue: name });
}

function cancelConsumers(tx: Transaction, queue: Queue): void {
  const consumers = [...queue.consumers.values()].sort((one, other) =>
    one.tag < other.tag ? -1 : one.tag > other.tag ? 1 : 0,
  );
  for (const { channel: id, tag: consumerTag } of consumers) {
    if (tx.findChannel(id) === undefined) continue;
    const channel = tx.editChannel(id);
    channel.consumers = channel.consumers.delete(consumerTag);
    tx.send(channel, { type: 'basic.cancel', consumerTag });
    const { vhost, name } = queue;
    tx.record({ type: 'consumer.cancelled', vhost, queue: name, channel: id, consumerTag });
  }
}

function disown(tx: Transaction, owner: NonNullable<Queue['exclusiveTo']>, name: QueueName): void {
  if (!tx.broker.connections.has(owner)) return;
  const connection = tx.editConnection(owner);
  connection.exclusiveQueues = connection.exclusiveQueues.filter((other) => other !== name);
}
