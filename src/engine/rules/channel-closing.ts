/**
 * How a channel ends: its consumers are gone, and what it had not acknowledged goes back to the
 * queues.
 *
 * https://www.rabbitmq.com/docs/confirms#automatic-requeueing
 */
import type { Channel, Unacked } from '../broker.ts';
import type { ChannelId, ConsumerId, QueueName } from '../names.ts';
import { queueTypeOf } from '../queue-types/index.ts';
import type { Transaction } from '../transaction.ts';
import { deletesItself } from './auto-delete.ts';
import { stopReplyConsumer } from './direct-reply-to.ts';
import { recordDiscard } from './discarding.ts';
import { deleteQueue } from './queue-deletion.ts';
import { renewExpiry } from './queue-expiry.ts';
import { forgetTransaction } from './rollback.ts';

export function closeChannel(tx: Transaction, id: ChannelId): void {
  const { transaction } = tx.channel(id);
  if (transaction !== null) forgetTransaction(tx, tx.channel(id), transaction);
  const channel = tx.channel(id);
  const connection = tx.editConnection(channel.connection);
  connection.channels = connection.channels.filter((other) => other !== id);
  tx.broker.channels = tx.broker.channels.delete(id);
  stopReplyConsumer(tx, channel);

  const byQueue = unackedByQueue(channel);
  const queues = new Set(byQueue.keys());
  for (const { queue } of channel.consumers.values()) queues.add(queue);
  for (const name of [...queues].sort()) leaveQueue(tx, channel, name, byQueue.get(name) ?? []);
  tx.record({ type: 'channel.closed', channel: id, connection: channel.connection });
}

function unackedByQueue(channel: Channel): ReadonlyMap<QueueName, Unacked[]> {
  const byQueue = new Map<QueueName, Unacked[]>();
  for (const unacked of channel.unacked.values()) {
    const others = byQueue.get(unacked.queue);
    if (others === undefined) byQueue.set(unacked.queue, [unacked]);
    else others.push(unacked);
  }
  return byQueue;
}

function leaveQueue(
  tx: Transaction,
  channel: Channel,
  name: QueueName,
  deliveries: readonly Unacked[],
): void {
  const { vhost } = channel;
  const existing = tx.queue(vhost, name);
  const lost = deliveries.filter(({ queueId }) => queueId !== existing?.id);
  for (const { queued, staysInQueue } of lost) {
    if (staysInQueue) continue;
    recordDiscard(tx, { vhost, name }, queued, 'queue-deleted', channel.id);
  }
  if (existing === undefined) return;

  const queue = tx.editQueue({ vhost, name });
  const back = deliveries.filter(({ queueId }) => queueId === queue.id);
  const type = queueTypeOf(queue);
  type.dropConsumers(tx, queue, consumersOn(channel, name));
  if (deletesItself(queue)) {
    // An auto-delete queue takes what comes back along when it goes.
    for (const { queued } of back) recordDiscard(tx, queue, queued, 'queue-deleted', channel.id);
    deleteQueue(tx, queue);
    return;
  }
  renewExpiry(tx, queue);
  type.takeBack(tx, queue, channel.id, back);
}

const consumersOn = ({ consumers }: Channel, name: QueueName): readonly ConsumerId[] =>
  [...consumers.values()].filter(({ queue }) => queue === name).map(({ id }) => id);
