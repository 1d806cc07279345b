/**
 * Hands a copy to a client: numbers the delivery on its channel, tells the client and, unless it
 * acknowledges by itself, waits for the answer.
 *
 * https://www.rabbitmq.com/docs/consumers#message-properties
 */
import type { Channel, Consumer, Queue } from '../broker.ts';
import { draftOfConsumer } from '../drafts.ts';
import type { Properties, QueuedMessage } from '../message.ts';
import type { ChannelId, ConsumerId, ConsumerTag, DeliveryTag } from '../names.ts';
import type { Draft, Transaction } from '../transaction.ts';
import { watchAcknowledgement } from './acknowledgement-deadline.ts';
import { traceDelivery } from './firehose.ts';

/** Sends a copy, which is in no queue's hands any more, to a consumer. */
export function deliver(
  tx: Transaction,
  queue: Draft<Queue>,
  consumer: Consumer,
  queued: QueuedMessage,
  /** As the consumer is to see them: queues may add headers of their own. */
  properties: Properties = queued.message.properties,
): void {
  const deliveryTag = tagDelivery(tx, queue, queued, consumer);
  const { message, redelivered } = queued;
  const { exchange, routingKey, body } = message;
  tx.send(tx.channel(consumer.channel), {
    kind: 'frame',
    connection: consumer.connection,
    channel: consumer.channel,
    type: 'basic.deliver',
    consumerTag: consumer.tag,
    deliveryTag,
    exchange,
    routingKey,
    redelivered,
    properties,
    body,
    message: message.id,
  });
  if (tx.broker.tracedVhosts.length > 0) {
    const channel = tx.channel(consumer.channel);
    traceDelivery(tx, channel, queue, message, { properties, redelivered });
  }
}

/** Answers a `basic.get` with a copy. */
export function sendGetOk(
  tx: Transaction,
  channel: Channel,
  queue: Queue,
  { message, redelivered }: QueuedMessage,
  deliveryTag: DeliveryTag,
  properties: Properties = message.properties,
): void {
  const { exchange, routingKey, body, id } = message;
  tx.send(channel, {
    type: 'basic.get-ok',
    deliveryTag,
    redelivered,
    exchange,
    routingKey,
    messageCount: queue.readyCount,
    properties,
    body,
    message: id,
  });
  if (tx.broker.tracedVhosts.length > 0) {
    traceDelivery(tx, channel, queue, message, { properties, redelivered });
  }
}

/** Who gets a copy: a consumer, or a channel by `basic.get`. */
export interface Recipient {
  readonly id: ConsumerId | null;
  readonly tag: ConsumerTag | null;
  readonly channel: ChannelId;
  readonly noAck: boolean;
}

/** Numbers a delivery on its channel and, unless it needs none, waits for its acknowledgement. */
export function tagDelivery(
  tx: Transaction,
  queue: Draft<Queue>,
  queued: QueuedMessage,
  { id, tag: consumerTag, channel: channelId, noAck }: Recipient,
): DeliveryTag {
  const channel = tx.editChannel(channelId);
  const tag = (channel.lastDeliveryTag + 1) as DeliveryTag;
  channel.lastDeliveryTag = tag;
  const { position, message, redelivered } = queued;
  const staysInQueue = queue.stream !== null;
  const fact = {
    kind: 'fact',
    type: 'message.delivered',
    message: message.id,
    vhost: queue.vhost,
    queue: queue.name,
    channel: channelId,
    consumerTag,
    deliveryTag: tag,
    position,
    noAck,
    redelivered,
  } as const;
  tx.record(staysInQueue ? { ...fact, staysInQueue } : fact);
  if (noAck) return tag;
  channel.unacked = channel.unacked.set(tag, {
    tag,
    queue: queue.name,
    queueId: queue.id,
    queued,
    consumer: id,
    consumerTag,
    deliveredAt: tx.at,
    staysInQueue,
  });
  if (channel.checksAt === null || queue.settings.consumerTimeout !== null) {
    watchAcknowledgement(tx, channel, queue);
  }
  if (!staysInQueue) {
    queue.unackedCount += 1;
    queue.unacked = queue.unacked.set(position, { channel: channelId, deliveryTag: tag });
  }
  if (id !== null) {
    if (queue.type === 'classic') channel.globalUnackedCount += 1;
    const consumer = queue.consumers.get(id) as Consumer;
    const draft = draftOfConsumer(consumer);
    draft.unackedCount += 1;
    queue.consumers = queue.consumers.set(id, draft);
  }
  return tag;
}
