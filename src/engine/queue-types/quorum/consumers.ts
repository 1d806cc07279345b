/**
 * How consumers of a quorum queue come and go. One that is cancelled counts on as long as it has
 * deliveries; and one that starts on the same channel under the same tag continues it, so that those
 * deliveries take of its prefetch.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#behaviour
 */
import type { Consumer, Queue } from '../../broker.ts';
import type { ConsumerId } from '../../names.ts';
import { cancelConsumer } from '../../rules/consumer-cancellation.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { takePlace } from './checkout.ts';

export function startConsumer(queue: Draft<Queue>, consumer: Consumer): void {
  const state = queue.quorum;
  if (state === null) return;
  let { cancelled } = state;
  let unackedCount = 0;
  for (const [id, before] of state.cancelled) {
    const isSame = before.channel === consumer.channel && before.tag === consumer.tag;
    if (!isSame || before.continuedBy !== null) continue;
    unackedCount += before.unackedCount;
    cancelled = cancelled.set(id, { ...before, continuedBy: consumer.id });
  }
  queue.quorum = { ...state, cancelled };
  takePlace(queue, { ...consumer, unackedCount });
}

export function forgetConsumer(tx: Transaction, queue: Draft<Queue>, id: ConsumerId): void {
  const consumer = queue.consumers.get(id);
  cancelConsumer(tx, queue, id);
  if (queue.activeConsumer === id) queue.activeConsumer = null;
  const state = queue.quorum;
  if (state === null || consumer === undefined || consumer.unackedCount === 0) return;
  const { channel, tag, unackedCount } = consumer;
  const cancelled = state.cancelled.set(id, { channel, tag, unackedCount, continuedBy: null });
  queue.quorum = { ...state, cancelled };
}

/**
 * With those that are gone and still have deliveries, `basic.get` included. Those that wait for the
 * place of a single active consumer are not counted.
 */
export function countConsumers({ consumers, quorum, settings, activeConsumer }: Queue): number {
  if (quorum === null) return consumers.size;
  const isAtWork = (id: ConsumerId | null): boolean =>
    id !== null && (!settings.singleActiveConsumer || id === activeConsumer);
  let count = quorum.getCount;
  for (const id of consumers.keys()) if (isAtWork(id)) count++;
  for (const { continuedBy } of quorum.cancelled.values()) if (!isAtWork(continuedBy)) count++;
  return count;
}
