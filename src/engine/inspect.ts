/** What people ask of a broker's state: by name, in an order that does not depend on hashes. */
import type { Binding, Broker, Consumer, Exchange, Queue, Unacked } from './broker.ts';
import type { QueuedMessage } from './message.ts';
import type { ChannelId, ExchangeName, QueueName, VhostName } from './names.ts';
import { queueTypeOf } from './queue-types/index.ts';
import { eachMessage } from './queue-types/contents.ts';
import { eachBinding } from './rules/bindings.ts';

export { bindingKeyOf } from './rules/bindings.ts';

export const queueOf = (broker: Broker, vhost: VhostName, name: QueueName): Queue | undefined =>
  broker.vhosts.get(vhost)?.queues.get(name);

export const exchangeOf = (
  broker: Broker,
  vhost: VhostName,
  name: ExchangeName,
): Exchange | undefined => broker.vhosts.get(vhost)?.exchanges.get(name);

/** Those of the default exchange are left out: there is one for every queue. */
export function bindingsOf(broker: Broker, vhost: VhostName): readonly Binding[] {
  const found = broker.vhosts.get(vhost);
  return found === undefined ? [] : eachBinding(found);
}

/** In the order in which they started. */
export const consumersOf = ({ consumers }: Queue): readonly Consumer[] =>
  [...consumers.values()].sort((one, other) => one.id - other.id);

/**
 * How many consumers a queue is said to have: in quorum queues those too that were cancelled and those
 * of `basic.get`, as long as their deliveries wait for an answer. Of a stream's only operators hear,
 * not clients that declare it.
 */
export const consumerCountOf = (queue: Queue): number =>
  queue.type === 'stream' ? queue.consumers.size : queueTypeOf(queue).countConsumers(queue);

/** The first ones, in the order in which they are served. */
export function readyMessages(queue: Queue, max: number): readonly QueuedMessage[] {
  const messages: QueuedMessage[] = [];
  for (const queued of eachMessage(queue)) {
    if (messages.length === max) break;
    messages.push(queued);
  }
  return messages;
}

export interface HeldMessage {
  readonly queued: QueuedMessage;
  readonly unacked: Unacked;
  readonly channel: ChannelId;
}

/** The first ones that wait for an acknowledgement, by where they stand in the queue. */
export function unackedMessages(broker: Broker, queue: Queue, max: number): readonly HeldMessage[] {
  const held: HeldMessage[] = [];
  for (const { channel, deliveryTag } of queue.unacked.values()) {
    if (held.length === max) break;
    const unacked = broker.channels.get(channel)?.unacked.get(deliveryTag);
    if (unacked !== undefined) held.push({ queued: unacked.queued, unacked, channel });
  }
  return held;
}
