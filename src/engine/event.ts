/**
 * What a broker did in answer to a command, in the order in which it did it.
 *
 * Frames are what a client sees and what the conformance cases compare with a real RabbitMQ. Facts
 * are what happened inside, which no client can see and which the simulator exists to show. A fact
 * is named `thing.verbed` and holds names and ids: look the rest up in the broker's state. Only
 * `message.published` and `message.dead-lettered` bring the message itself, because the state
 * forgets a message when its last copy is settled.
 */
import type { Alarm } from './broker.ts';
import type { DeathReason, Message, Properties } from './message.ts';
import type {
  ChannelId,
  ConnectionId,
  ConsumerTag,
  DeliveryTag,
  ExchangeName,
  MessageId,
  PublishSequence,
  QueueName,
  VhostName,
} from './names.ts';

export interface Content {
  readonly exchange: ExchangeName;
  readonly routingKey: string;
  readonly properties: Properties;
  readonly body: string;
}

interface Closing {
  readonly replyCode: number;
  readonly replyText: string;
  readonly classId: number;
  readonly methodId: number;
}

export type FrameBody =
  | { readonly type: 'connection.open-ok' }
  | { readonly type: 'connection.close-ok' }
  | ({ readonly type: 'connection.close' } & Closing)
  /** `low on memory`, `low on disk` or both. */
  | { readonly type: 'connection.blocked'; readonly reason: string }
  | { readonly type: 'connection.unblocked' }
  | { readonly type: 'channel.open-ok' }
  | { readonly type: 'channel.close-ok' }
  | { readonly type: 'channel.flow-ok'; readonly active: true }
  | ({ readonly type: 'channel.close' } & Closing)
  | { readonly type: 'exchange.declare-ok' }
  | { readonly type: 'exchange.delete-ok' }
  | { readonly type: 'exchange.bind-ok' }
  | { readonly type: 'exchange.unbind-ok' }
  | {
      readonly type: 'queue.declare-ok';
      readonly queue: QueueName;
      readonly messageCount: number;
      readonly consumerCount: number;
    }
  | { readonly type: 'queue.bind-ok' }
  | { readonly type: 'queue.unbind-ok' }
  | { readonly type: 'queue.purge-ok'; readonly messageCount: number }
  | { readonly type: 'queue.delete-ok'; readonly messageCount: number }
  | { readonly type: 'basic.qos-ok' }
  | { readonly type: 'basic.consume-ok'; readonly consumerTag: ConsumerTag }
  | { readonly type: 'basic.cancel-ok'; readonly consumerTag: ConsumerTag }
  /** The broker cancels a consumer: its queue is gone. */
  | { readonly type: 'basic.cancel'; readonly consumerTag: ConsumerTag }
  | ({
      readonly type: 'basic.get-ok';
      readonly deliveryTag: DeliveryTag;
      readonly redelivered: boolean;
      /** How many are ready after this one. */
      readonly messageCount: number;
      /** Which message it is; not on the wire. */
      readonly message: MessageId;
    } & Content)
  | { readonly type: 'basic.get-empty' }
  | ({
      readonly type: 'basic.deliver';
      readonly consumerTag: ConsumerTag;
      readonly deliveryTag: DeliveryTag;
      readonly redelivered: boolean;
      /** Which message it is; not on the wire. */
      readonly message: MessageId;
    } & Content)
  | ({
      readonly type: 'basic.return';
      readonly replyCode: number;
      readonly replyText: string;
      /** Which message it is; not on the wire. */
      readonly message: MessageId;
    } & Content)
  /** The broker has taken charge of a publish, in confirm mode. */
  | { readonly type: 'basic.ack'; readonly deliveryTag: PublishSequence; readonly multiple: false }
  /** The broker has refused one. */
  | { readonly type: 'basic.nack'; readonly deliveryTag: PublishSequence; readonly multiple: false }
  | { readonly type: 'basic.recover-ok' }
  | { readonly type: 'confirm.select-ok' }
  | { readonly type: 'tx.select-ok' | 'tx.commit-ok' | 'tx.rollback-ok' };

/** From where a copy went to where, on its way through exchanges. */
export interface Hop {
  readonly from: ExchangeName;
  readonly to: { readonly kind: 'queue' | 'exchange'; readonly name: string };
  /** `alternate`: no binding of `from` took it, so its alternate exchange got it. */
  readonly by: 'binding' | 'alternate';
}

interface OfMessage {
  readonly message: MessageId;
  readonly vhost: VhostName;
}

interface InQueue extends OfMessage {
  readonly queue: QueueName;
}

interface AtConsumer extends InQueue {
  readonly channel: ChannelId;
  /** Null for `basic.get`. */
  readonly consumerTag: ConsumerTag | null;
  readonly deliveryTag: DeliveryTag;
}

/** Why a copy left its queue without having been settled by a consumer or dead-lettered. */
export type DiscardReason =
  | DeathReason
  | 'purged'
  | 'queue-deleted'
  | 'not-durable'
  /** A stream keeps no more than it is told to. */
  | 'retention'
  /** A dead letter came to a stream, which takes none. */
  | 'letter-to-stream';

export type FactBody =
  | {
      readonly type: 'message.published';
      readonly message: Message;
      readonly vhost: VhostName;
      readonly channel: ChannelId;
      /** Null outside confirm mode. */
      readonly sequence: PublishSequence | null;
    }
  /** It reached queues. `hops` is null where all of them are bound to `exchange` directly. */
  | ({
      readonly type: 'message.routed';
      readonly exchange: ExchangeName;
      readonly queues: readonly QueueName[];
      readonly hops: readonly Hop[] | null;
    } & OfMessage)
  /** It waits in the exchange, which will route it then. */
  | ({
      readonly type: 'message.delayed';
      readonly exchange: ExchangeName;
      readonly delayMs: number;
      /** As it goes on, with its `x-delay` header turned round. */
      readonly later: Message;
    } & OfMessage)
  /** It reached none, and is gone. */
  | ({ readonly type: 'message.unroutable'; readonly exchange: ExchangeName } & OfMessage)
  /** It reached none, and its publisher had asked to be told. */
  | ({
      readonly type: 'message.returned';
      readonly exchange: ExchangeName;
      readonly channel: ChannelId;
    } & OfMessage)
  | ({
      readonly type: 'message.confirmed' | 'message.nacked';
      readonly channel: ChannelId;
      readonly sequence: PublishSequence;
    } & OfMessage)
  | ({ readonly type: 'message.enqueued'; readonly position: number } & InQueue)
  /** Its queue is full and takes no more; see x-overflow. */
  | ({ readonly type: 'message.refused' } & InQueue)
  | ({
      readonly type: 'message.delivered';
      readonly position: number;
      readonly noAck: boolean;
      readonly redelivered: boolean;
      /** A stream's: the message is in its log as before. */
      readonly staysInQueue?: true;
    } & AtConsumer)
  /** It is an answer, and went straight to the channel that had asked. */
  | ({
      readonly type: 'message.answered';
      readonly channel: ChannelId;
      readonly consumerTag: ConsumerTag;
    } & OfMessage)
  /** The consumer is done with it: it is gone for good, unless it stays in a stream. */
  | ({
      readonly type: 'message.acknowledged';
      readonly position: number;
      readonly staysInQueue?: true;
    } & AtConsumer)
  /** Back in its queue, ready again. */
  | ({
      readonly type: 'message.requeued';
      readonly position: number;
      readonly channel: ChannelId;
    } & InQueue)
  /** It leaves its queue as a letter to the dead letter exchange. */
  | {
      readonly type: 'message.dead-lettered';
      readonly message: MessageId;
      readonly vhost: VhostName;
      readonly queue: QueueName;
      readonly position: number;
      readonly reason: DeathReason;
      readonly exchange: ExchangeName;
      readonly routingKeys: readonly string[];
      /** As it goes on, with its `x-death` header. */
      readonly letter: Message;
      readonly channel: ChannelId | null;
    }
  /** It leaves its queue and is gone. */
  | ({
      readonly type: 'message.discarded';
      readonly position: number;
      readonly reason: DiscardReason;
      readonly channel: ChannelId | null;
    } & InQueue)
  /** It died in `queue` before without anybody having rejected it, so it does not go there again. */
  | ({ readonly type: 'dead-letter-cycle.broken' } & InQueue)
  /** Nobody answered for it in time, so its channel is closed. */
  | ({
      readonly type: 'acknowledgement.timed-out';
      readonly timeoutMs: number;
      readonly channel: ChannelId;
      /** Null for `basic.get`. */
      readonly consumerTag: ConsumerTag | null;
      readonly deliveryTag: DeliveryTag;
    } & InQueue)
  /** At-least-once: no queue took the letter, so the queue it comes from will send it again. */
  | ({ readonly type: 'dead-letter.kept' } & InQueue)
  | {
      readonly type: 'connection.opened';
      readonly connection: ConnectionId;
      readonly vhost: VhostName;
    }
  | {
      readonly type: 'connection.closed';
      readonly connection: ConnectionId;
      readonly cause: 'client' | 'dropped' | 'error' | 'restart' | 'user-deleted' | 'vhost-deleted';
    }
  | {
      readonly type: 'channel.opened' | 'channel.closed';
      readonly channel: ChannelId;
      readonly connection: ConnectionId;
    }
  | {
      readonly type: 'exchange.declared' | 'exchange.deleted';
      readonly vhost: VhostName;
      readonly exchange: ExchangeName;
    }
  | {
      readonly type: 'queue.declared' | 'queue.deleted' | 'queue.expired';
      readonly vhost: VhostName;
      readonly queue: QueueName;
    }
  | {
      readonly type: 'binding.created' | 'binding.removed';
      readonly vhost: VhostName;
      readonly source: ExchangeName;
      readonly destination: { readonly kind: 'queue' | 'exchange'; readonly name: string };
      readonly routingKey: string;
    }
  | {
      readonly type: 'consumer.started' | 'consumer.cancelled';
      readonly vhost: VhostName;
      readonly queue: QueueName;
      readonly channel: ChannelId;
      readonly consumerTag: ConsumerTag;
    }
  /** With a single active consumer: from now on this one gets the messages. */
  | {
      readonly type: 'consumer.activated';
      readonly vhost: VhostName;
      readonly queue: QueueName;
      readonly channel: ChannelId;
      readonly consumerTag: ConsumerTag;
    }
  /** A method was refused; the frame that closes its channel or connection tells the client. */
  | {
      readonly type: 'method.refused';
      readonly method: string;
      readonly replyCode: number;
      readonly replyText: string;
      readonly connection: ConnectionId;
      readonly channel: ChannelId | null;
    }
  /** From now on this policy applies to it, or none where that is null. */
  | {
      readonly type: 'policy.applied';
      readonly vhost: VhostName;
      readonly to: { readonly kind: 'queue' | 'exchange'; readonly name: string };
      readonly policy: string | null;
      readonly operatorPolicy: string | null;
    }
  /** What an operator asked for is not done; `status` is that of RabbitMQ's HTTP API. */
  | {
      readonly type: 'operator.refused';
      readonly command: string;
      readonly status: number;
      readonly reason: string;
    }
  /** It publishes while resources are low: nothing that it sends is read any more. */
  | {
      readonly type: 'connection.blocked' | 'connection.unblocked';
      readonly connection: ConnectionId;
    }
  | { readonly type: 'alarm.raised' | 'alarm.cleared'; readonly alarm: Alarm }
  | { readonly type: 'tracing.started' | 'tracing.stopped'; readonly vhost: VhostName }
  /** The firehose has made a copy of it, a message of its own. */
  | ({
      readonly type: 'message.traced';
      readonly copy: Message;
      readonly of: MessageId;
    } & OfMessage)
  | { readonly type: 'broker.restarted' };

/** `channel` is null for what concerns the connection as a whole. */
export type Frame = FrameBody & {
  readonly kind: 'frame';
  readonly connection: ConnectionId;
  readonly channel: ChannelId | null;
};
export type Fact = FactBody & { readonly kind: 'fact' };
export type BrokerEvent = Frame | Fact;
