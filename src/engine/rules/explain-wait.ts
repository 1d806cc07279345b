/**
 * Why the messages of a queue wait: the slow path beside consumer-dispatch.ts, for people.
 *
 * https://www.rabbitmq.com/docs/consumers
 */
import type { Broker, Channel, Consumer, Queue } from '../broker.ts';
import type { QueueName, VhostName } from '../names.ts';
import { judgeReader } from '../queue-types/stream/judge-reader.ts';
import { judgeConsumer } from '../queue-types/quorum/judge-consumer.ts';
import { isChannelFull, isConsumerFull } from './consumer-prefetch.ts';

export interface ConsumerVerdict {
  readonly consumer: Consumer;
  readonly canTake: boolean;
  /** Such as `1 of 1 unacknowledged: its prefetch is full`. */
  readonly reason: string;
}

export interface WaitExplanation {
  readonly queue: QueueName;
  readonly readyCount: number;
  /** Such as `3 messages wait: no consumer has room.`; null where nothing waits, as in streams. */
  readonly summary: string | null;
  readonly consumers: readonly ConsumerVerdict[];
}

/** Null where there is no such queue. */
export function explainWait(
  broker: Broker,
  vhost: VhostName,
  name: QueueName,
): WaitExplanation | null {
  const queue = broker.vhosts.get(vhost)?.queues.get(name);
  if (queue === undefined) return null;
  const consumers = [...queue.consumers.values()]
    .sort((one, other) => one.id - other.id)
    .map((consumer) => judge(broker, queue, consumer));
  return {
    queue: name,
    readyCount: queue.readyCount,
    summary: queue.stream === null ? summarize(queue, consumers) : null,
    consumers,
  };
}

function judge(broker: Broker, queue: Queue, consumer: Consumer): ConsumerVerdict {
  if (queue.stream !== null) return { consumer, ...judgeReader(queue.stream, consumer) };
  if (queue.quorum !== null) return { consumer, ...judgeConsumer(queue, consumer) };
  if (queue.settings.singleActiveConsumer && queue.activeConsumer !== consumer.id) {
    return { consumer, canTake: false, reason: 'not the single active consumer' };
  }
  const { unackedCount, prefetchCount } = consumer;
  if (isConsumerFull(consumer)) {
    const reason = `${unackedCount} of ${prefetchCount} unacknowledged: its prefetch is full`;
    return { consumer, canTake: false, reason };
  }
  const channel = broker.channels.get(consumer.channel) as Channel;
  if (isChannelFull(channel)) {
    const { globalUnackedCount, globalPrefetchCount } = channel;
    const counts = `${globalUnackedCount} of ${globalPrefetchCount} unacknowledged on its channel`;
    return { consumer, canTake: false, reason: `${counts}: the shared prefetch is full` };
  }
  if (consumer.noAck) {
    return { consumer, canTake: true, reason: 'acknowledges automatically: always room' };
  }
  const reason =
    prefetchCount === 0
      ? 'no prefetch limit: always room'
      : `${unackedCount} of ${prefetchCount} unacknowledged: has room`;
  return { consumer, canTake: true, reason };
}

function summarize(queue: Queue, consumers: readonly ConsumerVerdict[]): string | null {
  const { readyCount } = queue;
  if (readyCount === 0) return null;
  const waiting = readyCount === 1 ? '1 message waits' : `${readyCount} messages wait`;
  if (consumers.length === 0) return `${waiting}: the queue has no consumer.`;
  if (!consumers.some(({ canTake }) => canTake)) return `${waiting}: no consumer has room.`;
  return `${waiting}, and a consumer has room: the queue hands out when it is next woken.`;
}
