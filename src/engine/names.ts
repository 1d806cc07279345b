/**
 * Names and numbers that must not be mistaken for one another.
 *
 * All of them are strings or integers on the wire. The brands exist only for the compiler: handing
 * an exchange's name to a function that wants a queue's, or a message's id where a delivery tag is
 * meant, does not compile.
 */
declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

export type VhostName = Branded<string, 'VhostName'>;
export type UserName = Branded<string, 'UserName'>;
export type ExchangeName = Branded<string, 'ExchangeName'>;
export type QueueName = Branded<string, 'QueueName'>;

/** Chosen by whoever opens the connection; unique in the broker while it is open. */
export type ConnectionId = Branded<string, 'ConnectionId'>;

/** Chosen by whoever opens the channel; unique in the whole broker, not only on its connection. */
export type ChannelId = Branded<string, 'ChannelId'>;

/** Unique on its channel. */
export type ConsumerTag = Branded<string, 'ConsumerTag'>;

/** Counts the queues a broker ever had: tells a queue from an earlier one of the same name. */
export type QueueId = Branded<number, 'QueueId'>;

/** Counts the consumers a broker ever had. */
export type ConsumerId = Branded<number, 'ConsumerId'>;

/** Identifies one message for the whole of a run; AMQP itself gives messages no identity. */
export type MessageId = Branded<number, 'MessageId'>;

/** Counts the deliveries of one channel, from 1; a client acknowledges by it. */
export type DeliveryTag = Branded<number, 'DeliveryTag'>;

/** Counts the publishes of a channel in confirm mode, from 1. */
export type PublishSequence = Branded<number, 'PublishSequence'>;

/** The exchange without a name, to which every queue is bound by its own name. */
export const defaultExchange = '' as ExchangeName;

/** The virtual host that every broker has. */
export const defaultVhost = '/' as VhostName;

/** The user that every broker has. */
export const guest = 'guest' as UserName;

/** What the broker calls itself. */
export const nodeName = 'rabbit@warren';
