/**
 * One command's worth of change.
 *
 * This is the only thing that makes a new `Broker` out of an old one. Rules read through it, write
 * through it and tell it what they did; nothing shows until `commit`. A method that is refused half
 * way therefore leaves no trace: its transaction is dropped.
 *
 * What a rule wants to change it asks for with `edit…`: the first time in a transaction that makes a
 * copy, which belongs to the transaction and may be written to until it commits. The copy takes the
 * place of the original at once, so that whoever reads sees the change; a value that was read before
 * the first edit is stale after it.
 */
import { assert, heapWith } from '#base';
import type {
  Broker,
  Channel,
  Connection,
  Deadline,
  Exchange,
  Planned,
  Queue,
  Vhost,
} from './broker.ts';
import { isEarlier } from './deadline.ts';
import { draftOfBroker, draftOfChannel, draftOfQueue, draftOfVhost } from './drafts.ts';
import type { Draft } from './drafts.ts';
import type { BrokerEvent, Fact, FactBody, Frame, FrameBody } from './event.ts';
import type { Instant } from './instant.ts';
import type { ArrivingLetter } from './queue-types/queue-type.ts';
import type { DeathReason, Message } from './message.ts';
import type {
  ChannelId,
  ConnectionId,
  ExchangeName,
  MessageId,
  QueueId,
  QueueName,
  VhostName,
} from './names.ts';

export type { Draft } from './drafts.ts';

export interface Outcome {
  readonly broker: Broker;
  readonly events: readonly BrokerEvent[];
}

/** A queue that keeps its letters until they have arrived. */
export interface Keeper extends ArrivingLetter {
  readonly queue: QueueName;
  readonly id: QueueId;
}

/** A dead letter on its way to its exchange. */
export interface Posted {
  readonly vhost: VhostName;
  readonly letter: Message;
  readonly reason: DeathReason;
  /** The queue that sends it again if no queue takes it; without one it is sent once. */
  readonly keptBy?: Keeper;
  /** Queues that have taken it already. */
  readonly takenBy?: readonly QueueName[];
}

/** A copy for the firehose on its way to its exchange. */
export interface Traced {
  readonly vhost: VhostName;
  readonly copy: Message;
  readonly of: MessageId;
}

/**
 * What is written into a frame when it is sent. Who sends a great many may put it there at once, which
 * saves the object from growing.
 */
type Signed = Pick<Frame, 'kind' | 'connection' | 'channel'>;

/** As many drafts as are searched one by one. */
const fewOwned = 8;

export class Transaction {
  at: Instant;
  /** Letters that died in this transaction and have not been routed yet, the oldest first. */
  readonly posted: Posted[] = [];
  readonly #broker: Draft<Broker>;
  /** The drafts. Most transactions make three or four: to search those is quicker than a set. */
  readonly #owned: object[] = [];
  #manyOwned: Set<object> | null = null;
  readonly #events: BrokerEvent[] = [];
  #traced: Traced[] | null = null;

  constructor(broker: Broker, at: Instant) {
    this.#broker = draftOfBroker(broker);
    this.#broker.at = at;
    this.at = at;
  }

  /** The state as this transaction has made it so far, and may still make it. */
  get broker(): Draft<Broker> {
    return this.#broker;
  }

  vhost(name: VhostName): Vhost {
    const vhost = this.#broker.vhosts.get(name);
    assert(vhost !== undefined, 'there is no virtual host', name);
    return vhost;
  }

  editVhost(name: VhostName): Draft<Vhost> {
    const vhost = this.vhost(name);
    if (this.#owns(vhost)) return vhost;
    const draft = this.#own(draftOfVhost(vhost));
    this.#broker.vhosts = this.#broker.vhosts.set(name, draft);
    return draft;
  }

  queue(vhost: VhostName, name: QueueName): Queue | undefined {
    return this.vhost(vhost).queues.get(name);
  }

  editQueue({
    vhost,
    name,
  }: {
    readonly vhost: VhostName;
    readonly name: QueueName;
  }): Draft<Queue> {
    const queue = this.queue(vhost, name);
    assert(queue !== undefined, 'there is no queue', name);
    if (this.#owns(queue)) return queue;
    const draft = this.#own(draftOfQueue(queue));
    this.putQueue(draft);
    return draft;
  }

  putQueue(queue: Queue): void {
    const vhost = this.editVhost(queue.vhost);
    vhost.queues = vhost.queues.set(queue.name, queue);
  }

  exchange(vhost: VhostName, name: ExchangeName): Exchange | undefined {
    return this.vhost(vhost).exchanges.get(name);
  }

  putExchange(vhostName: VhostName, exchange: Exchange): void {
    const vhost = this.editVhost(vhostName);
    vhost.exchanges = vhost.exchanges.set(exchange.name, exchange);
  }

  /** Undefined where it has been closed. */
  findChannel(id: ChannelId): Channel | undefined {
    return this.#broker.channels.get(id);
  }

  channel(id: ChannelId): Channel {
    const channel = this.#broker.channels.get(id);
    assert(channel !== undefined, 'there is no channel', id);
    return channel;
  }

  editChannel(id: ChannelId): Draft<Channel> {
    const channel = this.channel(id);
    if (this.#owns(channel)) return channel;
    const draft = this.#own(draftOfChannel(channel));
    this.#broker.channels = this.#broker.channels.set(id, draft);
    return draft;
  }

  connection(id: ConnectionId): Connection {
    const connection = this.#broker.connections.get(id);
    assert(connection !== undefined, 'there is no connection', id);
    return connection;
  }

  editConnection(id: ConnectionId): Draft<Connection> {
    const connection = this.connection(id);
    if (this.#owns(connection)) return connection;
    const draft = this.#own({ ...connection });
    this.#broker.connections = this.#broker.connections.set(id, draft);
    return draft;
  }

  /** Has the broker look at the queue at that instant; see wake.ts. */
  setDeadline({ vhost, name }: Queue, at: Instant): void {
    this.plan({ of: 'queue', vhost, queue: name }, at);
  }

  /** Has something happen at that instant; see wake.ts. */
  plan(planned: Planned, at: Instant): void {
    const number = this.#broker.lastDeadline + 1;
    const deadline: Deadline = { ...planned, at, number };
    this.#broker.lastDeadline = number;
    this.#broker.deadlines = heapWith(this.#broker.deadlines, deadline, isEarlier);
  }

  /** A name the broker makes up, such as `amq.gen-1`. Counted, not random: runs must replay. */
  generateName(prefix: 'amq.gen' | 'amq.ctag' | 'amq.rabbitmq.reply-to'): string {
    this.#broker.generatedNameCount += 1;
    const separator = prefix === 'amq.rabbitmq.reply-to' ? '.' : '-';
    return `${prefix}${separator}${this.#broker.generatedNameCount}`;
  }

  /** Has a dead letter routed once the queue at hand is in order; see rules/post-office.ts. */
  post(posted: Posted): void {
    this.posted.push(posted);
  }

  /** Has a copy for the firehose routed after all letters. */
  trace(traced: Traced): void {
    this.#traced ??= [];
    this.#traced.push(traced);
  }

  /** The oldest copy that has not been routed yet. */
  takeTraced(): Traced | undefined {
    return this.#traced?.shift();
  }

  /** Tells a client. The frame becomes the transaction's: nobody else may keep it. */
  send(channel: Channel, frame: FrameBody & Partial<Signed>): void {
    // Half of all time would go into copying frames and facts; each is a fresh object anyway.
    const sent = frame as Draft<Frame>;
    sent.kind = 'frame';
    sent.connection = channel.connection;
    sent.channel = channel.id;
    this.#events.push(sent);
  }

  /** Tells a client something about its connection. */
  sendOnConnection(connection: ConnectionId, frame: FrameBody): void {
    const sent = frame as Draft<Frame>;
    sent.kind = 'frame';
    sent.connection = connection;
    sent.channel = null;
    this.#events.push(sent);
  }

  /** Tells whoever watches the inside of the broker. The fact becomes the transaction's, too. */
  record(fact: FactBody & { readonly kind?: 'fact' }): void {
    const recorded = fact as Draft<Fact>;
    recorded.kind = 'fact';
    this.#events.push(recorded);
  }

  commit(): Outcome {
    return { broker: this.#broker, events: this.#events };
  }

  #owns(value: object): boolean {
    return this.#manyOwned === null ? this.#owned.includes(value) : this.#manyOwned.has(value);
  }

  #own<State extends object>(draft: State): State {
    if (this.#manyOwned !== null) this.#manyOwned.add(draft);
    else if (this.#owned.push(draft) > fewOwned) this.#manyOwned = new Set(this.#owned);
    return draft;
  }
}
