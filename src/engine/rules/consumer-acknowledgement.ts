/**
 * What becomes of deliveries that a client answers for: acknowledged ones are gone, rejected ones are
 * dead-lettered, requeued ones go back to where they stood. Several at once are settled queue by
 * queue and consumer by consumer, in the order of their names, each freeing its slots before the
 * next.
 *
 * https://www.rabbitmq.com/docs/confirms#consumer-acknowledgements
 */
import type { Consumer, Queue, Settlement, Unacked } from '../broker.ts';
import type { ChannelId } from '../names.ts';
import { returnReady } from '../queue-types/classic/ready.ts';
import type { Draft, Transaction } from '../transaction.ts';
import { isChannelFull } from './consumer-prefetch.ts';
import { dispatch, unblock } from './consumer-dispatch.ts';
import { deadLetter } from './dead-letter-exchange.ts';
import { recordDiscard } from './discarding.ts';
import { dropHead } from './queue-length-limit.ts';
import { dropExpired } from './time-to-live.ts';

/** In a transaction the client's answer is only noted; see transactions.ts. */
export function settle(
  tx: Transaction,
  channelId: ChannelId,
  deliveries: readonly Unacked[],
  how: Settlement,
): void {
  const channel = tx.editChannel(channelId);
  for (const { tag } of deliveries) channel.unacked = channel.unacked.delete(tag);
  if (channel.transaction === null) {
    settleNow(tx, channelId, deliveries, how);
  } else {
    const { publishes, settlements } = channel.transaction;
    channel.transaction = { publishes, settlements: [...settlements, { deliveries, how }] };
  }
}

/** Settles deliveries that the channel does not hold any more. */
export function settleNow(
  tx: Transaction,
  channelId: ChannelId,
  deliveries: readonly Unacked[],
  how: Settlement,
): void {
  const channel = tx.editChannel(channelId);
  for (const group of byQueueAndConsumer(deliveries)) settleGroup(tx, channelId, group, how);

  const wasFull = isChannelFull(channel);
  channel.globalUnackedCount -= deliveries.filter(({ consumer }) => consumer !== null).length;
  if (wasFull && !isChannelFull(channel)) resumeChannel(tx, channelId);
}

/** Consumers of the channel that waited for its shared prefetch get their turns again. */
export function resumeChannel(tx: Transaction, channelId: ChannelId): void {
  const { consumers, vhost } = tx.channel(channelId);
  const names = new Set([...consumers.values()].map(({ queue }) => queue));
  for (const name of [...names].sort()) {
    const queue = tx.editQueue({ vhost, name });
    if (unblock(tx, queue, channelId)) dispatch(tx, queue);
  }
}

function byQueueAndConsumer(deliveries: readonly Unacked[]): readonly (readonly Unacked[])[] {
  if (deliveries.length <= 1) return deliveries.length === 0 ? [] : [deliveries];
  // A `basic.get` has no consumer and comes before those that have.
  const keyOf = ({ queue, consumerTag }: Unacked): string =>
    consumerTag === null ? `${queue}\u0000` : `${queue}\u0001${consumerTag}`;
  const groups = new Map<string, Unacked[]>();
  for (const delivery of deliveries) {
    const group = groups.get(keyOf(delivery));
    if (group === undefined) groups.set(keyOf(delivery), [delivery]);
    else group.push(delivery);
  }
  return [...groups.keys()].sort().map((key) => groups.get(key) as readonly Unacked[]);
}

function settleGroup(
  tx: Transaction,
  channelId: ChannelId,
  group: readonly Unacked[],
  how: Settlement,
): void {
  const { queue: name, queueId, consumer } = group[0] as Unacked;
  const { vhost } = tx.channel(channelId);
  if (tx.queue(vhost, name)?.id !== queueId) {
    settleWithoutQueue(tx, channelId, group, how);
    return;
  }
  const queue = tx.editQueue({ vhost, name });
  release(queue, group, consumer);
  const isUnblocked = unblock(tx, queue, channelId);
  if (how === 'ack') for (const unacked of group) recordAck(tx, channelId, unacked);
  if (how === 'reject') rejectAll(tx, queue, channelId, group);
  if (how === 'requeue') requeueAll(tx, queue, channelId, group);
  if (isUnblocked) dispatch(tx, queue);
}

/** The queue and the consumer no longer count these deliveries. */
function release(queue: Draft<Queue>, group: readonly Unacked[], id: Unacked['consumer']): void {
  queue.unackedCount -= group.length;
  for (const { queued } of group) queue.unacked = queue.unacked.delete(queued.position);
  const consumer: Consumer | undefined = id === null ? undefined : queue.consumers.get(id);
  if (consumer === undefined) return;
  const unackedCount = consumer.unackedCount - group.length;
  queue.consumers = queue.consumers.set(consumer.id, { ...consumer, unackedCount });
}

function rejectAll(
  tx: Transaction,
  queue: Draft<Queue>,
  channel: ChannelId,
  group: readonly Unacked[],
): void {
  for (const { queued } of group) deadLetter(tx, queue, queued, 'rejected', channel);
}

/** Puts the copies back in their places and hands out again what can be. */
export function requeueAll(
  tx: Transaction,
  queue: Draft<Queue>,
  channel: ChannelId,
  group: readonly Unacked[],
): void {
  const { vhost, name } = queue;
  for (const { queued } of group) {
    returnReady(queue, { ...queued, redelivered: true });
    const { position, message } = queued;
    tx.record({
      type: 'message.requeued',
      message: message.id,
      vhost,
      queue: name,
      position,
      channel,
    });
  }
  dropHead(tx, queue);
  dropExpired(tx, queue);
  dispatch(tx, queue);
}

/** Deliveries of a queue that is gone: answering for them is right, and changes nothing. */
function settleWithoutQueue(
  tx: Transaction,
  channel: ChannelId,
  group: readonly Unacked[],
  how: Settlement,
): void {
  const { vhost } = tx.channel(channel);
  for (const unacked of group) {
    if (how === 'ack') {
      recordAck(tx, channel, unacked);
      continue;
    }
    const { queue: name, queued } = unacked;
    recordDiscard(tx, { vhost, name }, queued, 'queue-deleted', channel);
  }
}

function recordAck(
  tx: Transaction,
  channelId: ChannelId,
  { queue, consumerTag, tag, queued }: Unacked,
): void {
  tx.record({
    type: 'message.acknowledged',
    message: queued.message.id,
    vhost: tx.channel(channelId).vhost,
    queue,
    channel: channelId,
    consumerTag,
    deliveryTag: tag,
    position: queued.position,
  });
}
