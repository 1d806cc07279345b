/** What a quorum queue has beyond what all queues have. Nothing of it is ever changed in place. */
import type { Fifo, PersistentMap } from '#base';
import type { Instant } from '../../instant.ts';
import type { Message, QueuedMessage } from '../../message.ts';
import type { ChannelId, ConsumerId } from '../../names.ts';

/** Two levels of priority and whose turn it is; brokers without priorities use `normal` alone. */
export interface QuorumReady {
  /** Copies that came back: all are served before those that wait for the first time. */
  readonly returned: Fifo<QueuedMessage>;
  readonly high: Fifo<QueuedMessage>;
  readonly normal: Fifo<QueuedMessage>;
  /** Counts 0, 1, 2 with every copy taken: at 2 a normal one goes before a high one. */
  readonly takenCount: number;
}

/** A dead letter that is kept until its exchange has a route for it. */
export interface KeptLetter {
  readonly letter: Message;
  readonly retryAt: Instant;
}

export interface QuorumState {
  readonly ready: QuorumReady;
  /** Consumers that were cancelled and still have deliveries: how many. */
  readonly cancelled: PersistentMap<ConsumerId, number>;
  /** Deliveries of `basic.get` that wait for an answer; each counts as a consumer. */
  readonly getCount: number;
  /** With `reject-publish`: channels that were told to stop publishing. */
  readonly refused: PersistentMap<ChannelId, true>;
  /** With `reject-publish`: channels that have published to the queue. */
  readonly publishers: PersistentMap<ChannelId, true>;
  /** At-least-once dead-lettering: letters that could not be routed yet, the oldest first. */
  readonly keptLetters: readonly KeptLetter[];
}
