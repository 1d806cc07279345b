/**
 * What a queue type is: how it takes messages in, hands them out and takes answers for them. What all
 * queues have in common (names, bindings, declaring, deleting) is not its business.
 *
 * https://www.rabbitmq.com/docs/queues#optional-arguments
 */
import type { Channel, Consumer, Queue, QueueSettings, Settlement, Unacked } from '../broker.ts';
import type { BasicConsume, BasicGet, QueueDeclare, QueueDelete } from '../command.ts';
import type { Instant } from '../instant.ts';
import type { Message } from '../message.ts';
import type { ChannelId, ConsumerId, VhostName } from '../names.ts';
import type { BrokerProfile } from '../profile.ts';
import type { Draft, Transaction } from '../transaction.ts';

/** What a declaration of a queue asks for; `vhost` is where. */
export type Declaration = QueueDeclare & { readonly vhost: VhostName };

/** A dead letter of a quorum queue that keeps it until it has arrived. */
export interface ArrivingLetter {
  /** How often its sender says it was returned; only quorum queues count on. */
  readonly deliveryCount: number;
}

export interface QueueType {
  /** RabbitMQ's own name of the type, as reply texts show it. */
  readonly module: string;

  /** Arguments that make no sense to this type although another knows them. */
  readonly refusedArguments: (profile: BrokerProfile) => readonly string[];

  /** Refuses flags, names and combinations that the type cannot have. */
  readonly checkDeclaration: (declared: Declaration, profile: BrokerProfile) => void;

  /** What a new queue of the type has beyond what all have. */
  readonly begin: (at: Instant) => Partial<Queue>;

  /**
   * A message arrives, from the channel that published it or as a dead letter. Answers whether the
   * queue took it; one that is full may refuse.
   */
  readonly enqueue: (
    tx: Transaction,
    queue: Draft<Queue>,
    message: Message,
    from: ChannelId | null,
    letter?: ArrivingLetter,
  ) => boolean;

  /** Refuses a consumer that the queue cannot serve. */
  readonly checkConsume: (
    tx: Transaction,
    queue: Queue,
    method: BasicConsume,
    channel: Channel,
  ) => void;

  /** The consumer has been told that it consumes and is in `queue.consumers`. */
  readonly startConsumer: (tx: Transaction, queue: Draft<Queue>, consumer: Consumer) => void;

  /** The consumer goes; what it has not acknowledged stays with its channel. */
  readonly cancelConsumer: (tx: Transaction, queue: Draft<Queue>, id: ConsumerId) => void;

  /** A consumer has been cancelled by its client, and the queue is still there. */
  readonly afterCancel: (tx: Transaction, queue: Draft<Queue>, wasActive: boolean) => void;

  /** Answers a `basic.get`. */
  readonly get: (tx: Transaction, queue: Draft<Queue>, method: BasicGet, channel: Channel) => void;

  /** One client's answer for deliveries of one consumer, which the channel does not hold any more. */
  readonly settle: (
    tx: Transaction,
    queue: Draft<Queue>,
    channel: ChannelId,
    deliveries: readonly Unacked[],
    how: Settlement,
  ) => void;

  /** A channel has closed: its consumers go. */
  readonly dropConsumers: (
    tx: Transaction,
    queue: Draft<Queue>,
    consumers: readonly ConsumerId[],
  ) => void;

  /** A channel has closed: what it had not acknowledged comes back. */
  readonly takeBack: (
    tx: Transaction,
    queue: Draft<Queue>,
    channel: ChannelId,
    deliveries: readonly Unacked[],
  ) => void;

  /** Takes away what is ready; answers how many that were. */
  readonly purge: (tx: Transaction, queue: Draft<Queue>, channel: ChannelId) => number;

  /** Refuses a deletion whose conditions do not hold; answers how many messages it tells. */
  readonly checkDelete: (queue: Queue, method: QueueDelete) => number;

  /** How many messages a declaration is told. */
  readonly countMessages: (queue: Queue, at: Instant) => number;

  /** How many consumers a declaration is told. */
  readonly countConsumers: (queue: Queue) => number;

  /** It is time to look whether messages have expired. */
  readonly look: (tx: Transaction, queue: Draft<Queue>) => void;

  /** The queue's settings have changed, by a policy; `before` is what they were. */
  readonly applySettings: (tx: Transaction, queue: Draft<Queue>, before: QueueSettings) => void;

  /** What the queue has after the broker has been stopped and started. */
  readonly restart: (tx: Transaction, queue: Draft<Queue>) => void;
}
