/** Messages, and the copies of them that queues hold. */
import type { FieldTable } from './field-table.ts';
import type { Instant } from './instant.ts';
import type { ExchangeName, MessageId, QueueName } from './names.ts';

/** https://www.rabbitmq.com/docs/publishers#message-properties */
export interface Properties {
  readonly contentType?: string;
  readonly contentEncoding?: string;
  readonly headers?: FieldTable;
  /** 2 is persistent; anything else is not. */
  readonly deliveryMode?: number;
  readonly priority?: number;
  readonly correlationId?: string;
  readonly replyTo?: string;
  /** Milliseconds, as a decimal string: AMQP says so. */
  readonly expiration?: string;
  readonly messageId?: string;
  /** Seconds since 1970. */
  readonly timestamp?: number;
  readonly type?: string;
  readonly userId?: string;
  readonly appId?: string;
  readonly clusterId?: string;
}

/** What a publisher handed over; the same however many queues hold it. */
export interface Message {
  /** A letter that is dead-lettered keeps the id of the message it was. */
  readonly id: MessageId;
  readonly exchange: ExchangeName;
  readonly routingKey: string;
  /** The routing key, and those of its `CC` and `BCC` headers: all that it is routed by. */
  readonly routingKeys: readonly string[];
  /** As consumers get to see them: without `BCC`. */
  readonly properties: Properties;
  readonly body: string;
  /** Bytes of the body. */
  readonly bodySize: number;
  /** Milliseconds from the `expiration` property, or null where it has none. */
  readonly expirationMs: number | null;
  /** The deaths this message has died, in the order in which its `x-death` header tells them. */
  readonly deaths: readonly Death[];
}

/** https://www.rabbitmq.com/docs/dlx#effects */
export type DeathReason = 'rejected' | 'expired' | 'maxlen' | 'delivery_limit';

export interface Death {
  readonly queue: QueueName;
  readonly reason: DeathReason;
  readonly count: number;
  readonly exchange: ExchangeName;
  readonly routingKeys: readonly string[];
  /** Null where a publisher claimed the death and told no time. */
  readonly time: Instant | null;
  /** Null where it had none. */
  readonly originalExpiration: string | null;
}

/** One queue's copy of a message. */
export interface QueuedMessage {
  /**
   * Where it stands in its queue, from 1: copies are served by position, and return to it when
   * requeued. 0 for one that a full queue refused.
   */
  readonly position: number;
  readonly message: Message;
  /** When it expires if it is then still ready; null if it never does. */
  readonly expiresAt: Instant | null;
  /** It has been delivered before. */
  readonly redelivered: boolean;
  readonly enqueuedAt: Instant;
  /** How often it was returned to its quorum queue; other queues do not count. */
  readonly deliveryCount?: number;
}
