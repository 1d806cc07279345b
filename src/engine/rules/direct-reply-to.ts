/**
 * Direct reply-to: a client that consumes from `amq.rabbitmq.reply-to` gets answers without a queue.
 * Its requests carry an address instead of that name; what is published to the default exchange with
 * the address as its key goes straight to the channel. The answer is never acknowledged, and so takes
 * no delivery tag from the channel: it shows the next one.
 *
 * https://www.rabbitmq.com/docs/direct-reply-to
 */
import type { Channel } from '../broker.ts';
import type { BasicConsume } from '../command.ts';
import type { Message, Properties } from '../message.ts';
import { defaultExchange } from '../names.ts';
import type { ConsumerTag, DeliveryTag, QueueName, VhostName } from '../names.ts';
import {
  noQueue,
  noReplyConsumer,
  replyConsumerAcknowledges,
  secondReplyConsumer,
} from '../protocol-error.ts';
import type { Transaction } from '../transaction.ts';

/** What clients consume from. */
export const replyQueue = 'amq.rabbitmq.reply-to' as QueueName;
const addressStart = `${replyQueue}.`;

/** All names that begin so are no queue's. */
export const isReplyQueue = (name: QueueName): boolean => name.startsWith(replyQueue);

/** Refuses a declaration, passive or not, that names nobody who waits for an answer. */
export function checkReplyQueue(tx: Transaction, vhost: VhostName, name: QueueName): void {
  if (name !== replyQueue && !tx.broker.replyAddresses.has(name)) throw noQueue(vhost, name);
}

export function startReplyConsumer(
  tx: Transaction,
  { consumerTag, noAck = false }: BasicConsume,
  channel: Channel,
): void {
  if (!noAck) throw replyConsumerAcknowledges();
  if (channel.replyConsumer !== null) throw secondReplyConsumer();
  const asked = consumerTag ?? '';
  const tag = (asked === '' ? tx.generateName('amq.ctag') : asked) as ConsumerTag;
  const address = tx.generateName('amq.rabbitmq.reply-to');
  tx.broker.replyAddresses = tx.broker.replyAddresses.set(address, channel.id);
  tx.editChannel(channel.id).replyConsumer = { tag, address };
  tx.send(channel, { type: 'basic.consume-ok', consumerTag: tag });
}

/** Nobody answers to the address any more. */
export function stopReplyConsumer(tx: Transaction, { id, replyConsumer }: Channel): void {
  if (replyConsumer === null) return;
  tx.broker.replyAddresses = tx.broker.replyAddresses.delete(replyConsumer.address);
  if (tx.findChannel(id) !== undefined) tx.editChannel(id).replyConsumer = null;
}

/** A request gets the address of its channel. */
export function addressRequest(properties: Properties, { replyConsumer }: Channel): Properties {
  if (properties.replyTo !== replyQueue) return properties;
  if (replyConsumer === null) throw noReplyConsumer();
  return { ...properties, replyTo: replyConsumer.address };
}

/** Whether a message is meant for channels; it may be meant for queues besides. */
export const isReply = ({ exchange, routingKeys }: Message): boolean =>
  exchange === defaultExchange && routingKeys.some((key) => key.startsWith(addressStart));

/** Hands an answer to the channels that wait for it; answers whether there are any. */
export function deliverReply(tx: Transaction, message: Message): boolean {
  let isDelivered = false;
  for (const key of new Set(message.routingKeys)) {
    const id = tx.broker.replyAddresses.get(key);
    const channel = id === undefined ? undefined : tx.findChannel(id);
    if (channel === undefined || channel.replyConsumer === null) continue;
    sendReply(tx, channel, channel.replyConsumer.tag, message);
    isDelivered = true;
  }
  return isDelivered;
}

function sendReply(
  tx: Transaction,
  channel: Channel,
  consumerTag: ConsumerTag,
  { id, exchange, routingKey, properties, body }: Message,
): void {
  const deliveryTag = (channel.lastDeliveryTag + 1) as DeliveryTag;
  const { vhost } = channel;
  tx.record({ type: 'message.answered', message: id, vhost, channel: channel.id, consumerTag });
  tx.send(channel, {
    type: 'basic.deliver',
    consumerTag,
    deliveryTag,
    redelivered: false,
    exchange,
    routingKey,
    properties,
    body,
    message: id,
  });
}
