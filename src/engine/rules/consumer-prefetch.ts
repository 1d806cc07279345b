/**
 * Prefetch: how many deliveries a consumer may have unacknowledged. Each consumer has its own limit,
 * taken from the channel when it starts; all consumers of a channel may share another one. A consumer
 * that acknowledges nothing has no limit of its own and takes nothing of the shared one, but waits like
 * the others while that is used up.
 *
 * https://www.rabbitmq.com/docs/consumer-prefetch
 */
import type { Channel, Consumer } from '../broker.ts';

export const hasRoom = (consumer: Consumer, channel: Channel): boolean =>
  !isConsumerFull(consumer) && !isChannelFull(channel);

export const isConsumerFull = ({ prefetchCount, unackedCount }: Consumer): boolean =>
  prefetchCount > 0 && unackedCount >= prefetchCount;

export const isChannelFull = ({ globalPrefetchCount, globalUnackedCount }: Channel): boolean =>
  globalPrefetchCount > 0 && globalUnackedCount >= globalPrefetchCount;
