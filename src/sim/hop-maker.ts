/**
 * Makes hops of facts: what RabbitMQ does in an instant, spread over short stages.
 *
 * However many hops there are in a row, they are over before a consumer that got the message at once
 * could have it: each takes at most half of the time that is left until then.
 */
import type { Fact, Hop, Instant, Message, MessageId, QueueName, VhostName } from '#engine';
import { nodeKeyOf } from '#scenario';
import type { ScenarioBody } from '#scenario';
import type { Flight } from './flight.ts';
import { followedBinding } from './followed-binding.ts';
import type { JournalEntry } from './journal.ts';
import { MessagesOnHold, placeKey } from './messages-on-hold.ts';
import type { DeadLettered } from './messages-on-hold.ts';
import type { Simulation } from './simulation-state.ts';

/** All hops are over so long after their facts. */
export const hopsSpanMs = 1_000;
const stageMaxMs = 250;

export const copyKey = (message: MessageId, vhost: VhostName, queue: QueueName): string =>
  `${message} ${queue} ${vhost}`;

type Routed = Extract<Fact, { type: 'message.routed' }>;
type Unroutable = Extract<Fact, { type: 'message.unroutable' }>;
type Delayed = Extract<Fact, { type: 'message.delayed' }>;

interface Known<What> {
  readonly what: What;
  readonly at: Instant;
}

/** Goes through facts in their order, and knows where each message is seen to be. */
export class HopMaker {
  flights: Flight[] = [];
  readonly seenInQueue = new Map<string, number>();
  /** Letters that have left their queue and are not routed yet. */
  readonly #letters = new Map<
    string,
    { readonly fact: DeadLettered; readonly entry: JournalEntry }
  >();
  readonly #messages = new Map<MessageId, Known<Message>>();
  readonly #onHold = new MessagesOnHold();
  #simulation: Simulation | null = null;
  #flightsMax = flightsAtLeast;

  /** Entries of the journal of `simulation`, after those that were taken before. */
  take(simulation: Simulation, entries: readonly JournalEntry[]): void {
    this.#onHold.recall(simulation.journal, entries);
    this.#simulation = simulation;
    for (const entry of entries) this.#takeEntry(entry);
    const last = entries.at(-1);
    if (last !== undefined) this.#forgetBefore(last.at - hopsSpanMs);
  }

  #takeEntry(entry: JournalEntry): void {
    const { event, at } = entry;
    this.#onHold.take(entry);
    switch (event.type) {
      case 'message.published':
        this.#messages.set(event.message.id, { what: event.message, at });
        break;
      case 'message.dead-lettered':
        this.#messages.delete(event.message);
        this.#messages.set(event.message, { what: event.letter, at });
        this.#letters.set(placeKey(event), { fact: event, entry });
        break;
      case 'message.routed':
        this.#routed(entry, event);
        break;
      case 'message.unroutable':
        this.#release(entry, event);
        this.#postLetter(entry, event, []);
        break;
      case 'message.delayed':
        this.#postLetter(entry, event, []);
        break;
      default:
    }
  }

  /** What is over is forgotten, so that playing on for hours costs no memory. */
  #forgetBefore(at: number): void {
    for (const [key, seenAt] of this.seenInQueue) {
      if (seenAt >= at) break;
      this.seenInQueue.delete(key);
    }
    for (const [id, message] of this.#messages) {
      if (message.at >= at) break;
      this.#messages.delete(id);
    }
    if (this.flights.length < this.#flightsMax) return;
    this.flights = this.flights.filter(({ arrives }) => arrives >= at);
    this.#flightsMax = Math.max(flightsAtLeast, this.flights.length * 2);
  }

  #routed(entry: JournalEntry, fact: Routed): void {
    const { exchange, vhost, queues, message } = fact;
    this.#release(entry, fact);
    const start = this.#postLetter(entry, fact, queues);
    const until = entry.at + this.#budgetOf(vhost, queues);
    const seenAt = new Map<string, number>([[exchange, start]]);
    const hops =
      fact.hops ??
      queues.map(
        (name) => ({ from: exchange, to: { kind: 'queue', name }, by: 'binding' }) as const,
      );
    for (const { from, to, by } of hops) {
      const departs = seenAt.get(from) ?? start;
      const isDirect = from === '';
      const arrives = isDirect ? departs : departs + stageOf(departs, until);
      if (to.kind === 'exchange') {
        if (!seenAt.has(to.name)) seenAt.set(to.name, arrives);
      } else {
        this.#see(copyKey(message, vhost, to.name as QueueName), arrives);
      }
      // Whoever publishes to the default exchange is drawn to publish to the queue.
      if (isDirect) continue;
      this.#fly(entry, message, {
        from: nodeKeyOf('exchange', from, vhost),
        to: nodeKeyOf(to.kind, to.name, vhost),
        via: by === 'binding' ? this.#bindingOf(vhost, { from, to }, message) : null,
        kind: by === 'alternate' ? 'alternate' : 'route',
        departs,
        arrives,
      });
    }
  }

  /** What was on hold goes on: as it is by now, and once more from its queue if that has kept it. */
  #release(entry: JournalEntry, place: Routed | Unroutable): void {
    const held = this.#onHold.release(entry.step, place);
    if (held === null) return;
    this.#messages.delete(place.message);
    this.#messages.set(place.message, { what: held.message, at: entry.at });
    const key = placeKey(place);
    if (held.letter !== null && !this.#letters.has(key))
      this.#letters.set(key, { fact: held.letter, entry });
  }

  /** A letter's way to its exchange, if it is one. When it is there. */
  #postLetter(
    entry: JournalEntry,
    place: Routed | Unroutable | Delayed,
    queues: readonly QueueName[],
  ): number {
    const letter = this.#letters.get(placeKey(place));
    this.#letters.delete(placeKey(place));
    if (letter === undefined || letter.entry.step !== entry.step) return entry.at;
    const { message, vhost, queue, exchange } = letter.fact;
    const departs = Math.max(entry.at, this.seenInQueue.get(copyKey(message, vhost, queue)) ?? 0);
    const arrives = departs + stageOf(departs, entry.at + this.#budgetOf(vhost, queues));
    const targets =
      exchange === ''
        ? queues.map((name) => nodeKeyOf('queue', name, vhost))
        : [nodeKeyOf('exchange', exchange, vhost)];
    for (const to of targets) {
      const from = nodeKeyOf('queue', queue, vhost);
      this.#fly(letter.entry, message, {
        from,
        to,
        via: null,
        kind: 'dead-letter',
        departs,
        arrives,
      });
    }
    return arrives;
  }

  /** The latest stands last, which is how it is told what can be forgotten. */
  #see(key: string, at: number): void {
    this.seenInQueue.delete(key);
    this.seenInQueue.set(key, at);
  }

  #fly(
    { number }: JournalEntry,
    message: MessageId,
    flight: Pick<Flight, 'from' | 'to' | 'via' | 'kind' | 'departs' | 'arrives'>,
  ): void {
    if (flight.arrives <= flight.departs) return;
    const id = `hop ${number} ${flight.from} ${flight.to}`;
    const routingKey = this.#messages.get(message)?.what.routingKey ?? '';
    this.flights.push({ id, message, routingKey, ...flight });
  }

  #bindingOf(vhost: VhostName, hop: Pick<Hop, 'from' | 'to'>, id: MessageId): string | null {
    const { broker } = this.#simulation as Simulation;
    return followedBinding(broker, vhost, hop, this.#messages.get(id)?.what);
  }

  /** How long it may take until the first of the consumers of these queues could have a message. */
  #budgetOf(vhost: VhostName, queues: readonly QueueName[]): number {
    const { body, scripted } = this.#simulation as Simulation;
    let budget = scripted === null ? hopsSpanMs : scripted.script.travelMs;
    for (const queue of queues) {
      const latency = latenciesOf(body).get(`${queue} ${vhost}`);
      if (latency !== undefined && latency < budget) budget = latency;
    }
    return budget;
  }
}

const flightsAtLeast = 512;

const stageOf = (from: number, until: number): number =>
  Math.max(0, Math.min(stageMaxMs, (until - from) / 2));

const latencies = new WeakMap<ScenarioBody, ReadonlyMap<string, number>>();

/** The lowest latency of the clients that consume from each queue. */
function latenciesOf(body: ScenarioBody): ReadonlyMap<string, number> {
  const found = latencies.get(body);
  if (found !== undefined) return found;
  const map = new Map<string, number>();
  for (const { vhost, latency_ms, consumers } of body.clients) {
    const latency = latency_ms ?? body.latency_ms;
    for (const { queue } of consumers) {
      const key = `${queue} ${vhost}`;
      map.set(key, Math.min(latency, map.get(key) ?? Infinity));
    }
  }
  latencies.set(body, map);
  return map;
}
