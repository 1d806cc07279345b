/** What a queue holds, as its tab shows it: each copy with what tells it from the others. */
import { deliveryLimitOf, queueOf, readyMessages, unackedMessages } from '#engine';
import type { MessageId, Queue, QueuedMessage, QueueName, VhostName } from '#engine';
import { clientOfChannel } from '#sim';
import type { Simulation } from '#sim';

export interface QueueCopy {
  /** Unique in its queue. */
  readonly position: number;
  readonly message: MessageId;
  readonly routingKey: string;
  readonly redelivered: boolean;
  /** How often it was returned to its quorum queue. */
  readonly deliveryCount: number;
  /** Its place in a stream; null in other queues. */
  readonly offset: number | null;
  /** The property; null where the publisher gave none. */
  readonly priority: number | null;
  /** Until it expires, if it stays ready; null where it never does. */
  readonly expiresInMs: number | null;
  /** The client that it has been delivered to; null while it is ready. */
  readonly holder: string | null;
}

export interface QueueContents {
  readonly readyCount: number;
  readonly readyBytes: number;
  readonly unackedCount: number;
  readonly consumerCount: number;
  /** The head first; at most so many as were asked for. */
  readonly ready: readonly QueueCopy[];
  /** By position; at most so many as were asked for. */
  readonly unacked: readonly QueueCopy[];
  /** Who reads it, if it is a stream. */
  readonly readers: readonly StreamReader[];
  /** How often a quorum queue lets a message come back; null where nothing limits it. */
  readonly deliveryLimit: number | null;
  /** Dead letters that it keeps until a queue takes them. */
  readonly keptLetterCount: number;
}

export interface StreamReader {
  readonly client: string;
  readonly consumerTag: string;
  readonly nextOffset: number;
  /** How many messages are still before it. */
  readonly lag: number;
  readonly credit: number;
}

/** Null where there is no such queue at the playhead. */
export function queueContents(
  simulation: Simulation,
  vhost: string,
  name: string,
  max: number,
): QueueContents | null {
  const { broker, now } = simulation;
  const queue = queueOf(broker, vhost as VhostName, name as QueueName);
  if (queue === undefined) return null;
  return {
    readyCount: queue.readyCount,
    readyBytes: queue.readyBytes,
    unackedCount: queue.unackedCount,
    consumerCount: queue.consumers.size,
    readers: readersOf(queue),
    deliveryLimit: queue.quorum === null ? null : deliveryLimitOf(queue.settings, broker.profile),
    keptLetterCount: queue.quorum?.keptLetters.length ?? 0,
    ready: readyMessages(queue, max).map((queued) => ({
      ...copyOf(queued, queue),
      expiresInMs: queued.expiresAt === null ? null : Math.max(0, queued.expiresAt - now),
      holder: null,
    })),
    unacked: unackedMessages(broker, queue, max).map(({ queued, channel }) => ({
      ...copyOf(queued, queue),
      // A delivered copy does not expire: it is its consumer's until that answers.
      expiresInMs: null,
      holder: clientOfChannel(channel),
    })),
  };
}

const readersOf = ({ stream }: Queue): readonly StreamReader[] =>
  (stream?.readers ?? []).map(({ channel, tag, nextOffset, credit }) => ({
    client: clientOfChannel(channel),
    consumerTag: tag,
    nextOffset,
    lag: Math.max(0, (stream?.log.nextOffset ?? 0) - nextOffset),
    credit,
  }));

const copyOf = (
  { position, message, redelivered, deliveryCount = 0 }: QueuedMessage,
  { stream }: Queue,
): Omit<QueueCopy, 'expiresInMs' | 'holder'> => ({
  position,
  deliveryCount,
  // Positions count from 1, offsets from 0.
  offset: stream === null ? null : position - 1,
  message: message.id,
  routingKey: message.routingKey,
  redelivered,
  priority: message.properties.priority ?? null,
});
