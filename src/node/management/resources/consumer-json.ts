/** A consumer, as lists of consumers and its queue tell it. */
import type { Consumer, Queue } from '#engine';
import type { BrokerNode } from '../broker-node.ts';
import { tableJson } from '../field-json.ts';
import type { Fields } from '../json.ts';
import { channelDetails } from './connection-names.ts';

export function consumerJson(node: BrokerNode, queue: Queue, consumer: Consumer): Fields {
  const { activeConsumer, settings } = queue;
  const isWaiting = settings.singleActiveConsumer && activeConsumer !== consumer.id;
  return {
    ack_required: !consumer.noAck,
    active: !isWaiting,
    activity_status: isWaiting ? 'waiting' : settings.singleActiveConsumer ? 'single_active' : 'up',
    arguments: tableJson(consumer.arguments),
    channel_details: channelDetails(node, consumer.channel),
    consumer_tag: consumer.tag,
    exclusive: consumer.exclusive,
    prefetch_count: consumer.prefetchCount,
    queue: { name: queue.name, vhost: queue.vhost },
  };
}
