/** A queue as the management API tells it, with the figures that tools ask for. */
import {
  consumerCountOf,
  consumersOf,
  nodeName,
  policyDefinitionOf,
  readyMessages,
  unackedMessages,
} from '#engine';
import type { Queue } from '#engine';
import type { BrokerNode } from '../broker-node.ts';
import { tableJson } from '../field-json.ts';
import type { Fields } from '../json.ts';
import { deliveries } from '../tally.ts';
import { connectionDetails } from './connection-names.ts';
import { consumerJson } from './consumer-json.ts';

const noRate = { rate: 0 };

/** What is set up, without figures. */
export const queueSetupJson = (queue: Queue): Fields => ({
  arguments: tableJson(queue.arguments),
  auto_delete: queue.autoDelete,
  durable: queue.durable,
  exclusive: queue.exclusiveTo !== null,
  name: queue.name,
  type: queue.type,
  vhost: queue.vhost,
});

export function queueJson(node: BrokerNode, queue: Queue): Fields {
  const { broker } = node.running;
  const tally = node.statistics.ofQueue(queue.vhost, queue.name);
  const consumers = consumersOf(queue);
  const capacity = capacityOf(queue);
  return {
    ...queueSetupJson(queue),
    ...figuresJson(node, queue),
    consumer_capacity: capacity,
    consumer_utilisation: capacity,
    consumers: consumerCountOf(queue),
    effective_policy_definition: tableJson(policyDefinitionOf(broker, queue)),
    exclusive_consumer_tag: consumers.find(({ exclusive }) => exclusive)?.tag ?? null,
    ...(tally.isEmpty ? {} : { message_stats: tally.json(broker.at, [deliveries]) }),
    node: nodeName,
    operator_policy: queue.operatorPolicy,
    policy: queue.policy,
    single_active_consumer_tag:
      consumers.find(({ id }) => id === queue.activeConsumer)?.tag ?? null,
    state: 'running',
    ...typeJson(queue),
  };
}

/** With its consumers and its owner, as one queue alone is told. */
export const queueDetailJson = (node: BrokerNode, queue: Queue): Fields => ({
  ...queueJson(node, queue),
  consumer_details: consumersOf(queue).map((consumer) => consumerJson(node, queue, consumer)),
  deliveries: [],
  incoming: [],
  ...(queue.exclusiveTo === null
    ? {}
    : { owner_pid_details: connectionDetails(node, queue.exclusiveTo) }),
});

function figuresJson({ running: { broker } }: BrokerNode, queue: Queue): Fields {
  const ready = readyMessages(queue, Infinity).map(({ message }) => message);
  const unacked = unackedMessages(broker, queue, Infinity).map(({ queued }) => queued.message);
  const all = [...ready, ...unacked];
  // Quorum queues and streams write everything to the disk, whatever the message says.
  const persistent =
    queue.type === 'classic'
      ? all.filter(({ properties }) => queue.durable && properties.deliveryMode === 2)
      : all;
  const [bytes, unackedBytes] = [bytesOf(all), bytesOf(unacked)];
  return {
    head_message_timestamp: ready[0]?.properties.timestamp ?? null,
    message_bytes: bytes,
    message_bytes_persistent: bytesOf(persistent),
    message_bytes_ram: bytes,
    message_bytes_ready: bytes - unackedBytes,
    message_bytes_unacknowledged: unackedBytes,
    messages: all.length,
    messages_details: noRate,
    messages_persistent: persistent.length,
    messages_ram: all.length,
    messages_ready: ready.length,
    messages_ready_details: noRate,
    messages_unacknowledged: unacked.length,
    messages_unacknowledged_details: noRate,
  };
}

const bytesOf = (messages: readonly { readonly bodySize: number }[]): number =>
  messages.reduce((sum, { bodySize }) => sum + bodySize, 0);

/** The share of the time in which consumers could take a message: now, all of it or none. */
function capacityOf(queue: Queue): number {
  return consumersOf(queue).some(({ isBlocked, prefetchCount, unackedCount }) => {
    const isFull = prefetchCount > 0 && unackedCount >= prefetchCount;
    return !isBlocked && !isFull;
  })
    ? 1
    : 0;
}

function typeJson(queue: Queue): Fields {
  if (queue.type === 'classic') {
    return {
      garbage_collection: {
        fullsweep_after: -1,
        max_heap_size: -1,
        min_bin_vheap_size: -1,
        min_heap_size: -1,
        minor_gcs: -1,
      },
      memory: 0,
      message_bytes_paged_out: 0,
      messages_paged_out: 0,
      messages_ready_ram: queue.readyCount,
      messages_unacknowledged_ram: queue.unackedCount,
      recoverable_slaves: null,
      reductions: 0,
      reductions_details: noRate,
    };
  }
  return { leader: nodeName, members: [nodeName], memory: 0, online: [nodeName] };
}
