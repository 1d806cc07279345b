/**
 * The single active consumer of a quorum queue. Where the version knows priorities for it, a consumer of
 * a higher one takes over as soon as the active one has nothing unacknowledged; until then nobody gets
 * anything.
 *
 * https://www.rabbitmq.com/docs/consumers#sac-behavior
 */
import type { Consumer, Queue } from '../../broker.ts';
import { quorumPrefetchMax } from '../../limits.ts';
import type { BrokerProfile } from '../../profile.ts';
import type { Draft, Transaction } from '../../transaction.ts';

/** The consumer that gets messages; undefined where there is none or it is about to be replaced. */
export function activeConsumerOf(queue: Queue): Consumer | undefined {
  if (queue.activeConsumer === null || queue.quorum?.isYielding === true) return undefined;
  return queue.consumers.get(queue.activeConsumer);
}

/** Chooses an active consumer where the queue wants one and has none, or a better one waits. */
export function activateNext(tx: Transaction, queue: Draft<Queue>): void {
  if (!queue.settings.singleActiveConsumer || queue.quorum === null) return;
  const { profile } = tx.broker;
  const active =
    queue.activeConsumer === null ? undefined : queue.consumers.get(queue.activeConsumer);
  const next = firstWaiting(queue, active, profile);
  if (active === undefined) {
    activate(tx, queue, next);
    return;
  }
  if (next === undefined || next.priority <= active.priority) return;
  if (!profile.quorumActiveConsumerYields) return;
  if (active.unackedCount === 0) activate(tx, queue, next);
  else queue.quorum = { ...queue.quorum, isYielding: true };
}

function activate(tx: Transaction, queue: Draft<Queue>, next: Consumer | undefined): void {
  queue.activeConsumer = next?.id ?? null;
  if (queue.quorum?.isYielding === true) queue.quorum = { ...queue.quorum, isYielding: false };
  if (next === undefined) return;
  const { vhost, name } = queue;
  const { channel, tag: consumerTag } = next;
  tx.record({ type: 'consumer.activated', vhost, queue: name, channel, consumerTag });
}

function firstWaiting(
  { consumers }: Queue,
  active: Consumer | undefined,
  { quorumActiveConsumerYields }: BrokerProfile,
): Consumer | undefined {
  const waiting = [...consumers.values()].filter(({ id }) => id !== active?.id);
  return waiting.toSorted((one, other) =>
    quorumActiveConsumerYields ? byRank(one, other) : one.id - other.id,
  )[0];
}

/** By priority, then by how much they may take, then by age. */
const byRank = (one: Consumer, other: Consumer): number =>
  other.priority - one.priority || creditOf(other) - creditOf(one) || one.id - other.id;

const creditOf = ({ prefetchCount }: Consumer): number =>
  prefetchCount === 0 ? quorumPrefetchMax : prefetchCount;
