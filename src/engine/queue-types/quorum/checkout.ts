/**
 * Handing out, as a quorum queue does after everything that happens to it: what has expired at the head
 * dies, consumers with room get messages in turn, and what then exceeds the length limit is dropped
 * from the head. The deliveries of one such pass reach their clients consumer by consumer.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#behaviour
 */
import type { Consumer, Queue } from '../../broker.ts';
import type { Instant } from '../../instant.ts';
import { quorumPrefetchMax } from '../../limits.ts';
import type { QueuedMessage } from '../../message.ts';
import type { ConsumerId } from '../../names.ts';
import type { BrokerProfile } from '../../profile.ts';
import { nextTurn, takeTurn } from '../../rules/consumer-priority.ts';
import { deliver } from '../../rules/delivering.ts';
import { hasExpired } from '../../rules/time-to-live.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { activeConsumerOf } from './active-consumer.ts';
import { peekNext, takeNext } from './contents.ts';
import { die } from './death.ts';
import { propertiesTold } from './delivery-count.ts';
import { dropHead, reviewPublishers } from './length-limit.ts';

/** What one consumer gets in one pass. */
interface Batch {
  readonly consumer: ConsumerId;
  readonly copies: QueuedMessage[];
}

export function checkout(tx: Transaction, queue: Draft<Queue>): void {
  const batches = new Map<ConsumerId, Batch>();
  for (;;) {
    expire(tx, queue);
    if (queue.readyCount === 0) break;
    const consumer = choose(queue, batches);
    if (consumer === undefined) break;
    const queued = takeNext(queue) as QueuedMessage;
    const batch = batches.get(consumer.id);
    if (batch === undefined) batches.set(consumer.id, { consumer: consumer.id, copies: [queued] });
    else batch.copies.push(queued);
    queueAgain(queue, consumer, batches);
  }
  sendBatches(tx, queue, batches);
  dropHead(tx, queue);
  reviewPublishers(queue, tx.at);
}

/** Lets die what has expired at the head, and watches the one that is head then. */
export function expire(tx: Transaction, queue: Draft<Queue>): void {
  for (;;) {
    const head = peekNext(queue);
    if (head === undefined) return;
    if (!hasExpired(head, tx.at)) {
      if (head.expiresAt !== null) watch(tx, queue, head.expiresAt);
      return;
    }
    takeNext(queue);
    die(tx, queue, head, 'expired', null);
  }
}

/** Has the broker look at the queue at that instant, or earlier. */
export function watch(tx: Transaction, queue: Draft<Queue>, at: Instant): void {
  if (queue.looksAt !== null && at >= queue.looksAt) return;
  queue.looksAt = at;
  tx.setDeadline(queue, at);
}

function choose(
  queue: Draft<Queue>,
  batches: ReadonlyMap<ConsumerId, Batch>,
): Consumer | undefined {
  if (queue.settings.singleActiveConsumer) {
    const active = activeConsumerOf(queue);
    return active !== undefined && creditOf(active, batches) > 0 ? active : undefined;
  }
  for (;;) {
    const consumer = nextTurn(queue);
    if (consumer === undefined) return undefined;
    if (creditOf(consumer, batches) > 0) return consumer;
    setAside(queue, consumer);
  }
}

/** A consumer that has room for more takes its place behind the others of its priority. */
function queueAgain(
  queue: Draft<Queue>,
  consumer: Consumer,
  batches: ReadonlyMap<ConsumerId, Batch>,
): void {
  if (queue.settings.singleActiveConsumer) return;
  if (creditOf(consumer, batches) > 0) takeTurn(queue, consumer);
  else setAside(queue, consumer);
}

/** How many more deliveries it may have, with those that are on their way to it in this pass. */
function creditOf(
  { id, noAck, prefetchCount, unackedCount }: Consumer,
  batches: ReadonlyMap<ConsumerId, Batch>,
): number {
  if (noAck) return Infinity;
  const limit = prefetchCount === 0 ? quorumPrefetchMax : prefetchCount;
  return limit - unackedCount - (batches.get(id)?.copies.length ?? 0);
}

/** A consumer without room is in no turn until an answer of its client gives it some. */
function setAside(queue: Draft<Queue>, consumer: Consumer): void {
  queue.consumers = queue.consumers.set(consumer.id, { ...consumer, isBlocked: true });
}

/** A consumer has room again, or is new. */
export function takePlace(queue: Draft<Queue>, consumer: Consumer): void {
  const placed = { ...consumer, isBlocked: false };
  queue.consumers = queue.consumers.set(consumer.id, placed);
  if (!queue.settings.singleActiveConsumer) takeTurn(queue, placed);
}

function sendBatches(
  tx: Transaction,
  queue: Draft<Queue>,
  batches: ReadonlyMap<ConsumerId, Batch>,
): void {
  for (const { consumer: id, copies } of inOrder(queue, [...batches.values()], tx.broker.profile)) {
    for (const queued of copies) {
      const consumer = queue.consumers.get(id) as Consumer;
      deliver(tx, queue, consumer, queued, propertiesTold(queued, tx.broker.profile));
    }
  }
}

function inOrder(
  queue: Queue,
  batches: readonly Batch[],
  { ordersQuorumConsumersByTag }: BrokerProfile,
): readonly Batch[] {
  if (batches.length < 2) return batches;
  const tagOf = ({ consumer }: Batch): string => (queue.consumers.get(consumer) as Consumer).tag;
  return batches.toSorted((one, other) =>
    ordersQuorumConsumersByTag && tagOf(one) !== tagOf(other)
      ? tagOf(one) < tagOf(other)
        ? -1
        : 1
      : one.consumer - other.consumer,
  );
}
