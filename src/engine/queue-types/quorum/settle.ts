/**
 * What becomes of a quorum queue's deliveries when their client answers. What is returned comes before
 * all that was never delivered, in the order of returning; in a queue without a delivery limit it goes
 * to the end instead, so that one poisonous message does not hold up the others. A message that was
 * returned too often is dead-lettered.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#repeated-requeues
 */
import type { Queue, Settlement, Unacked } from '../../broker.ts';
import type { ChannelId } from '../../names.ts';
import type { BrokerProfile } from '../../profile.ts';
import { recordAck, recordRequeue } from '../../rules/settling.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { activateNext } from './active-consumer.ts';
import { checkout } from './checkout.ts';
import { pushLast, pushReturned } from './contents.ts';
import { die } from './death.ts';
import { deliveryLimitOf, returnedOnce } from './delivery-count.ts';
import { release } from './release.ts';

export function settle(
  tx: Transaction,
  queue: Draft<Queue>,
  channel: ChannelId,
  deliveries: readonly Unacked[],
  how: Settlement,
): void {
  const isLimited = deliveryLimitOf(queue.settings, tx.broker.profile) !== null;
  if (how === 'requeue' && !isLimited) {
    for (const unacked of deliveries) {
      release(queue, unacked);
      const queued = returnedOnce(unacked.queued);
      pushLast(queue, queued);
      recordRequeue(tx, queue, queued, channel);
      handOn(tx, queue);
    }
    return;
  }
  for (const unacked of deliveries) {
    release(queue, unacked);
    if (how === 'ack') recordAck(tx, queue.vhost, channel, unacked);
    if (how === 'reject') die(tx, queue, unacked.queued, 'rejected', channel);
    if (how === 'requeue') putBack(tx, queue, unacked, channel);
  }
  handOn(tx, queue);
}

/** A channel has closed, and its consumers are gone: to the queue that is a return of each delivery. */
export function takeBack(
  tx: Transaction,
  queue: Draft<Queue>,
  channel: ChannelId,
  deliveries: readonly Unacked[],
): void {
  for (const unacked of deliveries.toSorted(inOrderOf(tx.broker.profile))) {
    release(queue, unacked);
    putBack(tx, queue, unacked, channel);
  }
  const state = queue.quorum;
  if (state?.publishers.has(channel) === true) {
    queue.quorum = { ...state, publishers: state.publishers.delete(channel) };
  }
  handOn(tx, queue);
}

/** Before all that were never delivered; or dead, if it was returned too often. */
function putBack(
  tx: Transaction,
  queue: Draft<Queue>,
  { queued: before }: Unacked,
  channel: ChannelId,
): void {
  const limit = deliveryLimitOf(queue.settings, tx.broker.profile);
  const queued = returnedOnce(before);
  if (limit !== null && queued.deliveryCount !== undefined && queued.deliveryCount > limit) {
    die(tx, queue, before, 'delivery_limit', channel);
    return;
  }
  pushReturned(queue, queued);
  recordRequeue(tx, queue, queued, channel);
}

function handOn(tx: Transaction, queue: Draft<Queue>): void {
  activateNext(tx, queue);
  checkout(tx, queue);
}

/** The consumers of a closed channel give back one after the other, each in the order of delivery. */
function inOrderOf({ ordersQuorumConsumersByTag }: BrokerProfile) {
  return (one: Unacked, other: Unacked): number => {
    const isSame = one.consumer === other.consumer && one.consumer !== null;
    if (isSame) return one.tag - other.tag;
    if (!ordersQuorumConsumersByTag && one.consumer !== null && other.consumer !== null) {
      return one.consumer - other.consumer;
    }
    if (!ordersQuorumConsumersByTag && (one.consumer === null) !== (other.consumer === null)) {
      return one.consumer === null ? 1 : -1;
    }
    return tagOf(one) < tagOf(other) ? -1 : 1;
  };
}

/** A `basic.get` goes by the number of its delivery, as a text. */
const tagOf = ({ consumerTag, tag }: Unacked): string => consumerTag ?? String(tag);
