/**
 * What can be asked of a broker: the methods a client sends, an operator's acts, and the passing of
 * time.
 *
 * A command is named as AMQP names the method, in the imperative. What the broker then did is told
 * in events, named in the past tense (see event.ts). A field that may be left out has the zero
 * value of AMQP: false, an empty text, 0, an empty table.
 *
 * https://www.rabbitmq.com/amqp-0-9-1-reference
 */
import type { FieldTable } from './field-table.ts';
import type { Properties } from './message.ts';
import type {
  ChannelId,
  ConnectionId,
  ConsumerTag,
  DeliveryTag,
  ExchangeName,
  QueueName,
  UserName,
  VhostName,
} from './names.ts';
import type { OperatorCommand } from './operator/operator-command.ts';

/** A client opens its connection and has logged in: the whole of the handshake. */
export interface ConnectionOpen {
  readonly type: 'connection.open';
  readonly connection: ConnectionId;
  /** `guest` where left out. */
  readonly user?: UserName;
  readonly password?: string;
  /** `/` where left out. */
  readonly vhost?: VhostName;
}

/** The client says goodbye. */
export interface ConnectionClose {
  readonly type: 'connection.close';
  readonly connection: ConnectionId;
}

/** The connection is cut, and nobody said a word. */
export interface ConnectionDrop {
  readonly type: 'connection.drop';
  readonly connection: ConnectionId;
}

export interface ChannelOpen {
  readonly type: 'channel.open';
  readonly connection: ConnectionId;
  readonly channel: ChannelId;
  /** What the client calls it; the lowest number that is free where left out. */
  readonly number?: number;
}

interface OnChannel {
  readonly channel: ChannelId;
}

export interface ChannelClose extends OnChannel {
  readonly type: 'channel.close';
}

/** Asks the broker to stop deliveries, or to go on with them. */
export interface ChannelFlow extends OnChannel {
  readonly type: 'channel.flow';
  readonly active: boolean;
}

export interface ExchangeDeclare extends OnChannel {
  readonly type: 'exchange.declare';
  readonly exchange: ExchangeName;
  /** `direct`, `fanout`, `topic`, `headers`, or a plugin's type. */
  readonly exchangeType: string;
  readonly passive?: boolean;
  readonly durable?: boolean;
  readonly autoDelete?: boolean;
  readonly internal?: boolean;
  readonly arguments?: FieldTable;
}

export interface ExchangeDelete extends OnChannel {
  readonly type: 'exchange.delete';
  readonly exchange: ExchangeName;
  readonly ifUnused?: boolean;
}

export interface ExchangeBind extends OnChannel {
  readonly type: 'exchange.bind';
  readonly destination: ExchangeName;
  readonly source: ExchangeName;
  readonly routingKey?: string;
  readonly arguments?: FieldTable;
}

export interface ExchangeUnbind extends OnChannel {
  readonly type: 'exchange.unbind';
  readonly destination: ExchangeName;
  readonly source: ExchangeName;
  readonly routingKey?: string;
  readonly arguments?: FieldTable;
}

export interface QueueDeclare extends OnChannel {
  readonly type: 'queue.declare';
  /** Empty to have the broker make up a name. */
  readonly queue: QueueName;
  readonly passive?: boolean;
  readonly durable?: boolean;
  readonly exclusive?: boolean;
  readonly autoDelete?: boolean;
  readonly arguments?: FieldTable;
}

export interface QueueBind extends OnChannel {
  readonly type: 'queue.bind';
  /** Empty for the queue the channel declared last. */
  readonly queue: QueueName;
  readonly exchange: ExchangeName;
  readonly routingKey?: string;
  readonly arguments?: FieldTable;
}

export interface QueueUnbind extends OnChannel {
  readonly type: 'queue.unbind';
  readonly queue: QueueName;
  readonly exchange: ExchangeName;
  readonly routingKey?: string;
  readonly arguments?: FieldTable;
}

export interface QueuePurge extends OnChannel {
  readonly type: 'queue.purge';
  readonly queue: QueueName;
}

export interface QueueDelete extends OnChannel {
  readonly type: 'queue.delete';
  readonly queue: QueueName;
  readonly ifUnused?: boolean;
  readonly ifEmpty?: boolean;
}

export interface BasicQos extends OnChannel {
  readonly type: 'basic.qos';
  readonly prefetchSize?: number;
  /** 0 is no limit. */
  readonly prefetchCount?: number;
  /** RabbitMQ's meaning: true limits the channel, false each consumer started after it. */
  readonly global?: boolean;
}

export interface BasicConsume extends OnChannel {
  readonly type: 'basic.consume';
  readonly queue: QueueName;
  /** Empty to have the broker make one up. */
  readonly consumerTag?: ConsumerTag;
  readonly noAck?: boolean;
  readonly exclusive?: boolean;
  /** RabbitMQ ignores it. */
  readonly noLocal?: boolean;
  readonly arguments?: FieldTable;
}

export interface BasicCancel extends OnChannel {
  readonly type: 'basic.cancel';
  readonly consumerTag: ConsumerTag;
}

export interface BasicPublish extends OnChannel {
  readonly type: 'basic.publish';
  readonly exchange: ExchangeName;
  readonly routingKey: string;
  readonly mandatory?: boolean;
  readonly immediate?: boolean;
  readonly properties?: Properties;
  readonly body: string;
  /** Bytes of the body, where somebody has counted them already. */
  readonly bodySize?: number;
  /** Its properties came in bytes that make no sense, which is noticed only when they are needed. */
  readonly isUnreadable?: boolean;
}

export interface BasicGet extends OnChannel {
  readonly type: 'basic.get';
  readonly queue: QueueName;
  readonly noAck?: boolean;
}

export interface BasicAck extends OnChannel {
  readonly type: 'basic.ack';
  readonly deliveryTag: DeliveryTag;
  readonly multiple?: boolean;
}

export interface BasicNack extends OnChannel {
  readonly type: 'basic.nack';
  readonly deliveryTag: DeliveryTag;
  readonly multiple?: boolean;
  readonly requeue?: boolean;
}

export interface BasicReject extends OnChannel {
  readonly type: 'basic.reject';
  readonly deliveryTag: DeliveryTag;
  readonly requeue?: boolean;
}

export interface BasicRecover extends OnChannel {
  readonly type: 'basic.recover';
  readonly requeue?: boolean;
}

export interface ConfirmSelect extends OnChannel {
  readonly type: 'confirm.select';
}

export interface TxSelect extends OnChannel {
  readonly type: 'tx.select';
}

export interface TxCommit extends OnChannel {
  readonly type: 'tx.commit';
}

export interface TxRollback extends OnChannel {
  readonly type: 'tx.rollback';
}

/** Nothing is asked; whatever has fallen due by now happens. */
export interface TimePass {
  readonly type: 'time.pass';
}

/** What a client asks on a connection. */
export type ConnectionMethod = ConnectionOpen | ConnectionClose | ConnectionDrop | ChannelOpen;

/** What a client asks on a channel. */
export type ChannelMethod =
  | ChannelClose
  | ChannelFlow
  | ExchangeDeclare
  | ExchangeDelete
  | ExchangeBind
  | ExchangeUnbind
  | QueueDeclare
  | QueueBind
  | QueueUnbind
  | QueuePurge
  | QueueDelete
  | BasicQos
  | BasicConsume
  | BasicCancel
  | BasicPublish
  | BasicGet
  | BasicAck
  | BasicNack
  | BasicReject
  | BasicRecover
  | ConfirmSelect
  | TxSelect
  | TxCommit
  | TxRollback;

export type ClientMethod = ConnectionMethod | ChannelMethod;

export type Command = ClientMethod | OperatorCommand | TimePass;
