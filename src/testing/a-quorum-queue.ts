/** A broker with a quorum queue `k` and a channel `a`, for tests. */
import type { BrokerEvent, DeliveryTag, FieldTable, ProfileName, Queue } from '#engine';
import { ABroker } from './a-broker.ts';

export class AQuorumQueue extends ABroker {
  constructor(profile: ProfileName, args: FieldTable = {}) {
    super(profile);
    this.declare('k', { 'x-queue-type': 'quorum', ...args });
    this.ask({ type: 'confirm.select', channel: 'a' });
  }

  declare(queue: string, args: FieldTable = {}): void {
    this.ask({ type: 'queue.declare', channel: 'a', queue, durable: true, arguments: args });
  }

  publish(body: string, properties: object = {}, channel = 'a'): readonly BrokerEvent[] {
    const place = { type: 'basic.publish', channel, exchange: '', routingKey: 'k' };
    return this.ask({ ...place, properties, body });
  }

  /** Publishes and tells whether the broker confirmed; a millisecond passes. */
  isTaken(body: string, channel = 'a'): boolean {
    const events = this.publish(body, {}, channel);
    this.wait(1);
    return events.some(({ type }) => type === 'basic.ack');
  }

  consume(consumerTag: string, { channel = 'a', prefetchCount = 0, priority = 0 } = {}) {
    this.ask({ type: 'basic.qos', channel, prefetchCount });
    const args = priority === 0 ? {} : { 'x-priority': priority };
    return this.ask({ type: 'basic.consume', channel, queue: 'k', consumerTag, arguments: args });
  }

  /** The tag of the delivery, and its body, and its count as the header tells it. */
  get(queue = 'k'): { tag: DeliveryTag; body: string; count: unknown } | null {
    for (const event of this.ask({ type: 'basic.get', channel: 'a', queue })) {
      if (event.type !== 'basic.get-ok') continue;
      const count = event.properties.headers?.['x-delivery-count'];
      return { tag: event.deliveryTag, body: event.body, count: plain(count) };
    }
    return null;
  }

  reject(deliveryTag: DeliveryTag, requeue: boolean): readonly BrokerEvent[] {
    return this.ask({ type: 'basic.reject', channel: 'a', deliveryTag, requeue });
  }

  ack(deliveryTag: number, { channel = 'a', multiple = false } = {}): readonly BrokerEvent[] {
    return this.ask({ type: 'basic.ack', channel, deliveryTag, multiple });
  }

  get state(): Queue {
    return this.queue('k') as Queue;
  }
}

const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'value' in value ? value.value : value;

/** `tag: body` of every delivery, in order. */
export const deliveriesIn = (events: readonly BrokerEvent[]): readonly string[] =>
  events.flatMap((event) =>
    event.type === 'basic.deliver' ? [`${event.consumerTag}: ${event.body}`] : [],
  );
