/** What a queue holds, as its tab shows it: each copy with what tells it from the others. */
import { queueOf, readyMessages, unackedMessages } from '#engine';
import type { MessageId, QueuedMessage, QueueName, VhostName } from '#engine';
import { clientOfChannel } from '#sim';
import type { Simulation } from '#sim';

export interface QueueCopy {
  /** Unique in its queue. */
  readonly position: number;
  readonly message: MessageId;
  readonly routingKey: string;
  readonly redelivered: boolean;
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
    ready: readyMessages(queue, max).map((queued) => ({
      ...copyOf(queued),
      expiresInMs: queued.expiresAt === null ? null : Math.max(0, queued.expiresAt - now),
      holder: null,
    })),
    unacked: unackedMessages(broker, queue, max).map(({ queued, channel }) => ({
      ...copyOf(queued),
      // A delivered copy does not expire: it is its consumer's until that answers.
      expiresInMs: null,
      holder: clientOfChannel(channel),
    })),
  };
}

const copyOf = ({
  position,
  message,
  redelivered,
}: QueuedMessage): Omit<QueueCopy, 'expiresInMs' | 'holder'> => ({
  position,
  message: message.id,
  routingKey: message.routingKey,
  redelivered,
  priority: message.properties.priority ?? null,
});
