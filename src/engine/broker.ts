/** The state of a broker: plain values, never changed in place. Only a `Transaction` makes new ones. */
import { PersistentMap } from '#base';
import type { Fifo, Heap, SequenceMap } from '#base';
import type { ClientMethod } from './command.ts';
import type { BindingIndex } from './exchanges/index.ts';
import type { FieldTable } from './field-table.ts';
import type { Permit, Policy, TopicPermit, User, VhostLimits } from './operator/operators-state.ts';
import type { QuorumState } from './queue-types/quorum/quorum-state.ts';
import type { StreamState } from './queue-types/stream/stream-state.ts';
import { runStart } from './instant.ts';
import type { Instant } from './instant.ts';
import type { Message, QueuedMessage } from './message.ts';
import type {
  ChannelId,
  ConnectionId,
  ConsumerId,
  ConsumerTag,
  DeliveryTag,
  ExchangeName,
  MessageId,
  PublishSequence,
  QueueId,
  QueueName,
  UserName,
  VhostName,
} from './names.ts';
import type { PluginName } from './plugins.ts';
import type { BrokerProfile } from './profile.ts';

export interface Destination {
  readonly kind: 'queue' | 'exchange';
  readonly name: string;
}

export interface Binding {
  readonly source: ExchangeName;
  readonly destination: Destination;
  readonly routingKey: string;
  readonly arguments: FieldTable;
}

/** Tells a binding from all others of its virtual host; see `bindingKeyOf`. */
export type BindingKey = string;

export interface Exchange {
  readonly name: ExchangeName;
  /** `direct`, `fanout`, `topic`, …: a row of the table in exchanges/index.ts. */
  readonly type: string;
  readonly durable: boolean;
  readonly autoDelete: boolean;
  readonly internal: boolean;
  readonly arguments: FieldTable;
  /** By argument or policy; null where the exchange has none. */
  readonly alternateExchange: ExchangeName | null;
  /** The policy that applies to it; null where none does. */
  readonly policy: string | null;
  readonly operatorPolicy: string | null;
  /** Those of which this exchange is the source. */
  readonly bindings: PersistentMap<BindingKey, Binding>;
  /** The same bindings, arranged by the exchange's type so that routing costs what matches. */
  readonly index: BindingIndex;
  /** Messages that wait in it to be routed later. */
  readonly delayedCount: number;
  /** What it remembers for those that will be bound to it, the latest first. */
  readonly history: readonly Message[];
}

export interface Consumer {
  readonly id: ConsumerId;
  readonly tag: ConsumerTag;
  readonly connection: ConnectionId;
  readonly channel: ChannelId;
  readonly queue: QueueName;
  readonly noAck: boolean;
  readonly exclusive: boolean;
  /** `x-priority`; 0 is normal, more is sooner. */
  readonly priority: number;
  /** How many deliveries it may have unacknowledged; 0 is no limit. */
  readonly prefetchCount: number;
  /** How many it has. */
  readonly unackedCount: number;
  /** It could not take a delivery when its turn came, and waits outside the turns until it can. */
  readonly isBlocked: boolean;
  readonly arguments: FieldTable;
}

/** One level of priority: the copies that are ready, in the order of their positions. */
export interface ReadyLevel {
  readonly priority: number;
  /** Copies that came back; all stand before those that never left. */
  readonly returned: SequenceMap<QueuedMessage>;
  readonly fresh: Fifo<QueuedMessage>;
}

/** Whose turn it is among the consumers of one priority. May name consumers that are gone. */
export interface TurnLevel {
  readonly priority: number;
  readonly turns: Fifo<ConsumerId>;
}

export type Overflow = 'drop-head' | 'reject-publish' | 'reject-publish-dlx';

export type DeadLetterStrategy = 'at-most-once' | 'at-least-once';

/** What a queue obeys: its arguments and policies, read; null where nothing is set. */
export interface QueueSettings {
  readonly messageTtl: number | null;
  readonly expires: number | null;
  readonly maxLength: number | null;
  readonly maxLengthBytes: number | null;
  readonly overflow: Overflow;
  readonly deadLetterExchange: ExchangeName | null;
  readonly deadLetterRoutingKey: string | null;
  readonly maxPriority: number | null;
  readonly singleActiveConsumer: boolean;
  /** How often a quorum queue lets a message be returned; null where only its version says. */
  readonly deliveryLimit: number | null;
  readonly deadLetterStrategy: DeadLetterStrategy;
  /** Milliseconds after which a stream lets go of messages. */
  readonly maxAge: number | null;
  readonly maxSegmentSizeBytes: number | null;
  /** Milliseconds that a consumer may take to acknowledge; null where only the broker says. */
  readonly consumerTimeout: number | null;
}

/** https://www.rabbitmq.com/docs/queues#optional-arguments */
export type QueueTypeName = 'classic' | 'quorum' | 'stream';

export interface Queue {
  readonly id: QueueId;
  readonly name: QueueName;
  readonly vhost: VhostName;
  readonly type: QueueTypeName;
  readonly durable: boolean;
  readonly autoDelete: boolean;
  /** The connection it belongs to and ends with; null where it is nobody's own. */
  readonly exclusiveTo: ConnectionId | null;
  readonly arguments: FieldTable;
  /** The policy that applies to it; null where none does. */
  readonly policy: string | null;
  readonly operatorPolicy: string | null;
  readonly settings: QueueSettings;

  /** By priority, the highest first. */
  readonly ready: readonly ReadyLevel[];
  readonly readyCount: number;
  readonly readyBytes: number;
  readonly unackedCount: number;
  /** Copies that have been delivered, by position, with who has them. */
  readonly unacked: SequenceMap<Holder>;
  readonly lastPosition: number;

  readonly consumers: PersistentMap<ConsumerId, Consumer>;
  /** By priority, the highest first. */
  readonly turns: readonly TurnLevel[];
  /** Consumers that wait for a slot, by channel, in the order in which they began to wait. */
  readonly blocked: PersistentMap<ChannelId, readonly ConsumerId[]>;
  /** With a single active consumer: the one; null where there is none. */
  readonly activeConsumer: ConsumerId | null;
  /** It has had a consumer: only then does auto-delete mean anything. */
  readonly hadConsumer: boolean;

  /** When the queue expires if nobody uses it until then; null where it does not. */
  readonly expiresAt: Instant | null;
  /** When it next looks whether its head has expired; null where nothing makes it. */
  readonly looksAt: Instant | null;
  /** What only a quorum queue has. */
  readonly quorum: QuorumState | null;
  /** What only a stream has. */
  readonly stream: StreamState | null;
}

/** Who holds a delivered copy. */
export interface Holder {
  readonly channel: ChannelId;
  readonly deliveryTag: DeliveryTag;
}

/** A delivery that waits for its acknowledgement. */
export interface Unacked {
  readonly tag: DeliveryTag;
  readonly queue: QueueName;
  readonly queueId: QueueId;
  readonly queued: QueuedMessage;
  /** Null for `basic.get`. */
  readonly consumer: ConsumerId | null;
  readonly consumerTag: ConsumerTag | null;
  readonly deliveredAt: Instant;
  /** A stream's: whatever the client answers, the message is where it was. */
  readonly staysInQueue: boolean;
}

/** A consumer as its channel knows it. */
export interface ChannelConsumer {
  readonly id: ConsumerId;
  readonly queue: QueueName;
}

export interface Channel {
  readonly id: ChannelId;
  /** What it is called on the wire: the lowest number that its connection had free. */
  readonly number: number;
  readonly connection: ConnectionId;
  readonly vhost: VhostName;
  readonly lastDeliveryTag: DeliveryTag;
  /** By delivery tag. */
  readonly unacked: SequenceMap<Unacked>;
  readonly consumers: PersistentMap<ConsumerTag, ChannelConsumer>;
  /** What new consumers get; 0 is no limit. */
  readonly prefetchCount: number;
  /** `basic.qos` with `global`: what all consumers of the channel share; 0 is no limit. */
  readonly globalPrefetchCount: number;
  /** How many unacknowledged deliveries count against the global prefetch. */
  readonly globalUnackedCount: number;
  /** How many messages it has published since confirm.select; null before it. */
  readonly publishCount: PublishSequence | null;
  /** What it has done since tx.select or the last commit; null outside transactions. */
  readonly transaction: PendingTransaction | null;
  /** Empty where it has declared none. */
  readonly lastQueue: QueueName;
  /** Its consumer of direct replies; null where it has none. */
  readonly replyConsumer: ReplyConsumer | null;
  /** What it has lately been allowed, the latest first; not asked again. */
  readonly permits: readonly Permit[];
  /** The same for the routing keys of topic exchanges. */
  readonly topicPermits: readonly TopicPermit[];
  /** When it was last known to be in use, to a fraction of a second. */
  readonly usedAt: Instant;
  readonly openedAt: Instant;
  /** When it is looked at whether it has acknowledged in time; null where nothing makes it. */
  readonly checksAt: Instant | null;
}

/** https://www.rabbitmq.com/docs/direct-reply-to */
export interface ReplyConsumer {
  readonly tag: ConsumerTag;
  /** The key of the default exchange by which an answer finds this channel. */
  readonly address: string;
}

/** https://www.rabbitmq.com/docs/semantics#tx */
export interface PendingTransaction {
  readonly publishes: readonly PendingPublish[];
  readonly settlements: readonly PendingSettlement[];
}

export interface PendingPublish {
  readonly message: Message;
  readonly mandatory: boolean;
  /** It has gone straight to the channel that had asked. */
  readonly isAnswered: boolean;
}

export interface PendingSettlement {
  readonly deliveries: readonly Unacked[];
  readonly how: Settlement;
}

/** What a client answers for a delivery. */
export type Settlement = 'ack' | 'reject' | 'requeue';

export interface Connection {
  readonly id: ConnectionId;
  readonly user: UserName;
  readonly vhost: VhostName;
  readonly openedAt: Instant;
  /** In the order in which they were opened. */
  readonly channels: readonly ChannelId[];
  readonly exclusiveQueues: readonly QueueName[];
  /** What it has sent since it was blocked; null where it is not. */
  readonly held: Fifo<HeldMethod> | null;
}

/** A method that is not read as long as its connection is blocked. */
export interface HeldMethod {
  readonly method: ClientMethod;
  /** The broker's when it arrived: a message keeps the number that it was sent with. */
  readonly lastMessageId: MessageId;
}

/** A resource that is low. */
export type Alarm = 'memory' | 'disk';

export interface Vhost {
  readonly name: VhostName;
  readonly exchanges: PersistentMap<ExchangeName, Exchange>;
  readonly queues: PersistentMap<QueueName, Queue>;
  /** The bindings that lead to a queue or an exchange, by `destinationKeyOf`. */
  readonly bindingsTo: PersistentMap<string, PersistentMap<BindingKey, Binding>>;
  readonly policies: PersistentMap<string, Policy>;
  readonly operatorPolicies: PersistentMap<string, Policy>;
  readonly limits: VhostLimits;
}

export type Deadline = Planned & {
  readonly at: Instant;
  /** Decides between deadlines of one instant: the one that was set first. */
  readonly number: number;
};

/** What the broker is to do by itself. */
export type Planned =
  /** A queue wants to be looked at. */
  | { readonly of: 'queue'; readonly vhost: VhostName; readonly queue: QueueName }
  /** A channel wants its unacknowledged deliveries to be looked at. */
  | { readonly of: 'channel'; readonly channel: ChannelId }
  /** An exchange has held a message back until now. */
  | {
      readonly of: 'delayed-message';
      readonly vhost: VhostName;
      readonly exchange: ExchangeName;
      readonly message: Message;
    };

export interface Broker {
  readonly profile: BrokerProfile;
  readonly plugins: readonly PluginName[];
  /** The instant of the last command. */
  readonly at: Instant;
  readonly vhosts: PersistentMap<VhostName, Vhost>;
  readonly users: PersistentMap<UserName, User>;
  readonly connections: PersistentMap<ConnectionId, Connection>;
  readonly channels: PersistentMap<ChannelId, Channel>;
  /** Channels that wait for direct replies, by the addresses that lead to them. */
  readonly replyAddresses: PersistentMap<string, ChannelId>;
  readonly deadlines: Heap<Deadline> | null;
  readonly lastDeadline: number;
  readonly lastMessageId: MessageId;
  readonly lastQueueId: QueueId;
  readonly lastConsumerId: ConsumerId;
  readonly generatedNameCount: number;
  /** Resources that are low: connections that publish are blocked. */
  readonly alarms: readonly Alarm[];
  /** Where the firehose is on. */
  readonly tracedVhosts: readonly VhostName[];
  /** Its copies are numbered downwards from -1. */
  readonly lastCopyId: MessageId;
}

export const emptyBroker = (profile: BrokerProfile, plugins: readonly PluginName[]): Broker => ({
  profile,
  plugins,
  at: runStart,
  vhosts: PersistentMap.empty(),
  users: PersistentMap.empty(),
  connections: PersistentMap.empty(),
  channels: PersistentMap.empty(),
  replyAddresses: PersistentMap.empty(),
  deadlines: null,
  lastDeadline: 0,
  lastMessageId: 0 as MessageId,
  lastQueueId: 0 as QueueId,
  lastConsumerId: 0 as ConsumerId,
  generatedNameCount: 0,
  alarms: [],
  tracedVhosts: [],
  lastCopyId: 0 as MessageId,
});
