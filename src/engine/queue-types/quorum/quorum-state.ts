/** What a quorum queue has beyond what all queues have. Nothing of it is ever changed in place. */
import type { Fifo, PersistentMap } from '#base';
import type { Instant } from '../../instant.ts';
import type { QueuedMessage } from '../../message.ts';
import type { ChannelId, ConsumerId, ConsumerTag, QueueName } from '../../names.ts';
import type { Posted } from '../../transaction.ts';

/** Two levels of priority and whose turn it is; brokers without priorities use `normal` alone. */
export interface QuorumReady {
  /** Copies that came back: all are served before those that wait for the first time. */
  readonly returned: Fifo<QueuedMessage>;
  readonly high: Fifo<QueuedMessage>;
  readonly normal: Fifo<QueuedMessage>;
  /** Counts 0, 1, 2 with every fresh copy taken: at 2 a normal one goes before a high one. */
  readonly takenCount: number;
}

/** A dead letter that is kept until every queue it is for has taken it. */
export interface KeptLetter {
  readonly posted: Posted;
  /** Queues that have taken it already. */
  readonly takenBy: readonly QueueName[];
  readonly retryAt: Instant;
}

export interface CancelledConsumer {
  readonly channel: ChannelId;
  readonly tag: ConsumerTag;
  readonly unackedCount: number;
  /** A later consumer of the same tag on the same channel is to the queue the same one. */
  readonly continuedBy: ConsumerId | null;
}

/** Whether a channel was told to stop publishing. It does not hear that within the same instant. */
export interface Told {
  readonly isRefused: boolean;
  readonly wasRefused: boolean;
  readonly at: Instant;
}

export interface QuorumState {
  readonly ready: QuorumReady;
  /** Consumers that were cancelled and still have deliveries. */
  readonly cancelled: PersistentMap<ConsumerId, CancelledConsumer>;
  /** Deliveries of `basic.get` that wait for an answer; each counts as a consumer. */
  readonly getCount: number;
  /** The single active consumer gets nothing more: one of higher priority waits for it to finish. */
  readonly isYielding: boolean;
  /** With `reject-publish`: channels that have published, and what they were told. */
  readonly publishers: PersistentMap<ChannelId, Told>;
  /** When it was declared, or its broker last started: it looks at its age every five seconds since. */
  readonly bornAt: Instant;
  /** Letters that could not be delivered yet, the oldest first. */
  readonly keptLetters: readonly KeptLetter[];
}
