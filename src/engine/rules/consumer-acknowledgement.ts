/**
 * How a client's answers reach the queues: several at once are settled queue by queue and consumer by
 * consumer, in the order of their names, each freeing its slots before the next. What an answer means
 * is the business of the queue's type.
 *
 * https://www.rabbitmq.com/docs/confirms#consumer-acknowledgements
 */
import type { Channel, Settlement, Unacked } from '../broker.ts';
import type { Draft } from '../drafts.ts';
import type { ChannelId } from '../names.ts';
import { queueTypeOf } from '../queue-types/index.ts';
import type { Transaction } from '../transaction.ts';
import { isChannelFull } from './consumer-prefetch.ts';
import { dispatch, unblock } from './consumer-dispatch.ts';
import { recordDiscard } from './discarding.ts';
import { recordAck } from './settling.ts';

/** In a transaction the client's answer is only noted; see transactions.ts. */
export function settle(
  tx: Transaction,
  channelId: ChannelId,
  deliveries: readonly Unacked[],
  how: Settlement,
): void {
  const channel = tx.editChannel(channelId);
  if (channel.transaction === null) {
    settleAtOnce(tx, channelId, deliveries, how);
  } else {
    release(channel, deliveries);
    const { publishes, settlements } = channel.transaction;
    channel.transaction = { publishes, settlements: [...settlements, { deliveries, how }] };
  }
}

/** Whether or not the channel is in a transaction. */
export function settleAtOnce(
  tx: Transaction,
  channelId: ChannelId,
  deliveries: readonly Unacked[],
  how: Settlement,
): void {
  release(tx.editChannel(channelId), deliveries);
  settleNow(tx, channelId, deliveries, how);
}

/** The channel does not hold them any more. */
function release(channel: Draft<Channel>, deliveries: readonly Unacked[]): void {
  for (const { tag } of deliveries) channel.unacked = channel.unacked.delete(tag);
}

/** Settles deliveries that the channel does not hold any more. */
export function settleNow(
  tx: Transaction,
  channelId: ChannelId,
  deliveries: readonly Unacked[],
  how: Settlement,
): void {
  const channel = tx.editChannel(channelId);
  const wasFull = isChannelFull(channel);
  // What the consumers share is free before a queue hands out what comes back. Each answer frees a
  // share, also one to a queue whose deliveries take none; so the count may go below nothing. Where it
  // is nothing, it stays.
  if (channel.globalUnackedCount !== 0) {
    channel.globalUnackedCount -= deliveries.filter(({ consumer }) => consumer !== null).length;
  }
  for (const group of byQueueAndConsumer(deliveries)) settleGroup(tx, channelId, group, how);
  if (wasFull && !isChannelFull(channel)) resumeChannel(tx, channelId);
}

/**
 * What all consumers of the channel share from now on; 0 is no limit. Where there was none, everything
 * unacknowledged counts from the beginning, what `basic.get` fetched too, although acknowledging that
 * frees nothing.
 */
export function sharePrefetch(tx: Transaction, channelId: ChannelId, prefetchCount: number): void {
  const channel = tx.editChannel(channelId);
  if (channel.globalPrefetchCount === 0) channel.globalUnackedCount = channel.unacked.size;
  channel.globalPrefetchCount = prefetchCount;
  resumeChannel(tx, channelId);
}

/** Consumers of the channel that waited for its shared prefetch get their turns again. */
export function resumeChannel(tx: Transaction, channelId: ChannelId): void {
  const { consumers, vhost } = tx.channel(channelId);
  const names = new Set([...consumers.values()].map(({ queue }) => queue));
  for (const name of [...names].sort()) {
    const queue = tx.editQueue({ vhost, name });
    // Other types of queues know nothing of a prefetch that consumers share.
    if (queue.type === 'classic' && unblock(tx, queue, channelId)) dispatch(tx, queue);
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
  const { queue: name, queueId } = group[0] as Unacked;
  const { vhost } = tx.channel(channelId);
  if (tx.queue(vhost, name)?.id !== queueId) {
    settleWithoutQueue(tx, channelId, group, how);
    return;
  }
  const queue = tx.editQueue({ vhost, name });
  queueTypeOf(queue).settle(tx, queue, channelId, group, how);
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
    if (how === 'ack' || unacked.staysInQueue) {
      recordAck(tx, vhost, channel, unacked);
      continue;
    }
    const { queue: name, queued } = unacked;
    recordDiscard(tx, { vhost, name }, queued, 'queue-deleted', channel);
  }
}
