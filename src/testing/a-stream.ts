/** A broker with a stream `s` and a channel that publishes to it, for tests. */
import type { BrokerEvent, FieldTable, ProfileName, Properties, Queue } from '#engine';
import { ABroker } from './a-broker.ts';

export class AStream extends ABroker {
  readonly events: BrokerEvent[] = [];

  constructor(profile: ProfileName, args: FieldTable = {}) {
    super(profile);
    this.open('publisher');
    this.ask({
      type: 'queue.declare',
      channel: 'publisher',
      queue: 's',
      durable: true,
      arguments: { 'x-queue-type': 'stream', ...args },
    });
  }

  override ask(command: object): readonly BrokerEvent[] {
    const events = super.ask(command);
    // The broker that it is built on asks before there is a place to write things down.
    (this.events as BrokerEvent[] | undefined)?.push(...events);
    return events;
  }

  /** A channel of that name, on a connection of the same name. */
  open(channel: string, prefetchCount = 0): void {
    this.connect(channel, channel);
    if (prefetchCount > 0) this.ask({ type: 'basic.qos', channel, prefetchCount });
  }

  /** All in this instant. */
  publish(bodies: readonly string[], properties: Properties = {}): readonly BrokerEvent[] {
    const place = { type: 'basic.publish', channel: 'publisher', exchange: '', routingKey: 's' };
    return bodies.flatMap((body) => this.ask({ ...place, properties, body }));
  }

  consume(channel: string, args: FieldTable, consumerTag = 'tag'): readonly BrokerEvent[] {
    return this.ask({ type: 'basic.consume', channel, queue: 's', consumerTag, arguments: args });
  }

  get state(): Queue {
    return this.queue('s') as Queue;
  }
}

/** The bodies that reached consumers, in order. */
export const bodiesIn = (events: readonly BrokerEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === 'basic.deliver' ? [event.body] : []));

/** How a channel or connection was closed: code and text. */
export const refusalIn = (events: readonly BrokerEvent[]): readonly [number, string] | null => {
  for (const event of events) {
    if (event.type === 'channel.close' || event.type === 'connection.close') {
      return [event.replyCode, event.replyText];
    }
  }
  return null;
};
