/**
 * Why a consumer of a quorum queue can or cannot take a message, in words: the slow path beside
 * checkout.ts.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#behaviour
 */
import type { Consumer, Queue } from '../../broker.ts';
import { quorumPrefetchMax } from '../../limits.ts';

export interface Judgement {
  readonly canTake: boolean;
  readonly reason: string;
}

export function judgeConsumer(queue: Queue, consumer: Consumer): Judgement {
  const { noAck, unackedCount, prefetchCount } = consumer;
  if (queue.settings.singleActiveConsumer && queue.activeConsumer !== consumer.id) {
    return { canTake: false, reason: 'not the single active consumer' };
  }
  if (queue.quorum?.isYielding === true) {
    const reason = `gives way to one of higher priority when its ${unackedCount} are settled`;
    return { canTake: false, reason };
  }
  if (noAck) return { canTake: true, reason: 'acknowledges automatically: always room' };
  const limit = prefetchCount === 0 ? quorumPrefetchMax : prefetchCount;
  const counts = `${unackedCount} of ${limit} unacknowledged`;
  if (unackedCount < limit) return { canTake: true, reason: `${counts}: has room` };
  return prefetchCount === 0
    ? { canTake: false, reason: `${counts}: a quorum queue gives nobody more` }
    : { canTake: false, reason: `${counts}: its prefetch is full` };
}
