/**
 * What has happened in the broker, counted: messages by queue, exchange, channel and virtual host, and
 * how much has come and gone.
 *
 * https://www.rabbitmq.com/docs/management#statistics
 */
import type { Broker, BrokerEvent, Instant } from '#engine';
import { hiddenConnection } from './hidden-channel.ts';
import { Rate } from './rate.ts';
import { Tally } from './tally.ts';
import type { Counted } from './tally.ts';

export const churn = [
  'channel_closed',
  'channel_created',
  'connection_closed',
  'connection_created',
  'queue_created',
  'queue_declared',
  'queue_deleted',
] as const;

type Kind = 'vhost' | 'queue' | 'exchange' | 'channel';

/** A text that no two things of one kind share; names may hold anything but half a pair. */
const keyOf = (vhost: string, name: string): string => `${vhost}\ud800${name}`;

export class Statistics {
  readonly total = new Tally();
  readonly startedAt: Instant;
  readonly churns = new Map<(typeof churn)[number], Rate>(churn.map((name) => [name, new Rate()]));
  readonly #tallies: Readonly<Record<Kind, Map<string, Tally>>> = {
    vhost: new Map(),
    queue: new Map(),
    exchange: new Map(),
    channel: new Map(),
  };

  constructor(startedAt: Instant) {
    this.startedAt = startedAt;
  }

  ofVhost = (vhost: string): Tally => this.#tally('vhost', vhost);
  ofQueue = (vhost: string, name: string): Tally => this.#tally('queue', keyOf(vhost, name));
  ofExchange = (vhost: string, name: string): Tally => this.#tally('exchange', keyOf(vhost, name));
  ofChannel = (channel: string): Tally => this.#tally('channel', channel);

  count(events: readonly BrokerEvent[], { at, channels }: Broker): void {
    for (const event of events) {
      if (event.kind === 'frame') {
        if (event.type !== 'basic.get-empty' || event.channel === null) continue;
        this.total.add('get_empty', at);
        this.ofChannel(event.channel).add('get_empty', at);
        const vhost = channels.get(event.channel)?.vhost;
        if (vhost !== undefined) this.ofVhost(vhost).add('get_empty', at);
      } else {
        this.#countFact(event, at);
      }
    }
  }

  #countFact(fact: Extract<BrokerEvent, { kind: 'fact' }>, at: Instant): void {
    switch (fact.type) {
      case 'message.published':
        this.#add(at, fact.vhost, ['publish'], fact.channel);
        this.ofExchange(fact.vhost, fact.message.exchange).add('publish_in', at);
        break;
      case 'message.routed':
        this.ofExchange(fact.vhost, fact.exchange).add('publish_out', at, fact.queues.length);
        break;
      case 'message.unroutable':
        this.#add(at, fact.vhost, ['drop_unroutable']);
        break;
      case 'message.returned':
        this.#add(at, fact.vhost, ['return_unroutable'], fact.channel);
        break;
      case 'message.confirmed':
        this.#add(at, fact.vhost, ['confirm'], fact.channel);
        break;
      case 'message.enqueued':
        this.ofQueue(fact.vhost, fact.queue).add('publish', at);
        break;
      case 'message.delivered':
        this.#add(at, fact.vhost, deliveryCounts(fact), fact.channel, fact.queue);
        break;
      case 'message.acknowledged':
        this.#add(at, fact.vhost, ['ack'], fact.channel, fact.queue);
        break;
      default:
        this.#countChurn(fact, at);
    }
  }

  #countChurn(fact: Extract<BrokerEvent, { kind: 'fact' }>, at: Instant): void {
    if ('connection' in fact && fact.connection === hiddenConnection) {
      if (fact.type === 'channel.closed') this.#tallies.channel.delete(fact.channel);
      return;
    }
    switch (fact.type) {
      case 'connection.opened':
        this.churns.get('connection_created')?.add(at);
        break;
      case 'connection.closed':
        this.churns.get('connection_closed')?.add(at);
        break;
      case 'channel.opened':
        this.churns.get('channel_created')?.add(at);
        break;
      case 'channel.closed':
        this.churns.get('channel_closed')?.add(at);
        this.#tallies.channel.delete(fact.channel);
        break;
      case 'queue.declared':
        this.churns.get('queue_created')?.add(at);
        this.churns.get('queue_declared')?.add(at);
        break;
      case 'queue.deleted':
        this.churns.get('queue_deleted')?.add(at);
        this.#tallies.queue.delete(keyOf(fact.vhost, fact.queue));
        break;
      case 'exchange.deleted':
        this.#tallies.exchange.delete(keyOf(fact.vhost, fact.exchange));
        break;
      default:
    }
  }

  #add(
    at: Instant,
    vhost: string,
    counted: readonly Counted[],
    channel?: string,
    queue?: string,
  ): void {
    for (const what of counted) {
      this.total.add(what, at);
      this.ofVhost(vhost).add(what, at);
      if (channel !== undefined) this.ofChannel(channel).add(what, at);
      if (queue !== undefined) this.ofQueue(vhost, queue).add(what, at);
    }
  }

  #tally(kind: Kind, key: string): Tally {
    const tallies = this.#tallies[kind];
    let tally = tallies.get(key);
    if (tally === undefined) {
      tally = new Tally();
      tallies.set(key, tally);
    }
    return tally;
  }
}

type Delivered = Extract<BrokerEvent, { type: 'message.delivered' }>;

function deliveryCounts({ consumerTag, noAck, redelivered }: Delivered): readonly Counted[] {
  const counts: Counted[] = ['deliver_get'];
  if (consumerTag === null) counts.push(noAck ? 'get_no_ack' : 'get');
  else counts.push(noAck ? 'deliver_no_ack' : 'deliver');
  if (redelivered) counts.push('redeliver');
  return counts;
}
