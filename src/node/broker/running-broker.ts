/**
 * A broker in the course of time: it holds the present value, carries out what is asked at the instant
 * at which it is asked, tells connected clients what comes of it, and wakes the broker when it wants
 * to be woken.
 */
import type { Socket } from 'node:net';
import { apply, nextDeadline } from '#engine';
import type { Broker, BrokerEvent, Command, ConnectionId, Instant } from '#engine';
import type { Address } from './address.ts';
import { ClientSocket } from './client-socket.ts';
import { Passwords } from './passwords.ts';
import { TcpListener } from './tcp-listener.ts';

/** RabbitMQ looks at its heartbeats twice in each of their intervals; the shortest is a second. */
const tickMs = 500;
/** What a timer can wait. */
const timerMax = 2 ** 31 - 1;

export interface RunningOptions {
  /** Whole milliseconds on a clock that never goes back. */
  readonly now: () => number;
}

type Listener = (events: readonly BrokerEvent[]) => void;

export class RunningBroker {
  #broker: Broker;
  readonly passwords = new Passwords(this);
  /** Null before it listens. */
  listensAt: Address | null = null;
  readonly #now: () => number;
  readonly #connections = new Map<ConnectionId, ClientSocket>();
  readonly #listeners = new Set<Listener>();
  readonly #ticks: NodeJS.Timeout;
  readonly #tcp: TcpListener;
  #connectionCount = 0;
  /** What is still to be told while a client is being told something. */
  #untold: (readonly BrokerEvent[])[] = [];
  #isTelling = false;
  #timer: NodeJS.Timeout | null = null;
  #wakesAt = Infinity;

  constructor(broker: Broker, { now }: RunningOptions) {
    this.#broker = broker;
    this.#now = now;
    this.#tcp = new TcpListener((socket) => this.#welcome(socket));
    this.#ticks = setInterval(() => this.#tick(), tickMs).unref();
    this.#planWaking();
  }

  get broker(): Broker {
    return this.#broker;
  }

  get connections(): ReadonlyMap<ConnectionId, ClientSocket> {
    return this.#connections;
  }

  ask(command: Command): readonly BrokerEvent[] {
    const at = Math.max(this.#now(), this.#broker.at) as Instant;
    const { broker, events } = apply(this.#broker, command, at);
    this.#broker = broker;
    this.#tell(events);
    this.#planWaking();
    return events;
  }

  knowsLogin(user: string, password: string): boolean {
    return this.passwords.isRight(user, password);
  }

  /** Answers the port, which was chosen if 0 was asked for. */
  async listen(address: Address): Promise<number> {
    const port = await this.#tcp.listen(address);
    this.listensAt = { host: address.host, port };
    return port;
  }

  /** Hears of everything that the broker does, until the function that it gives is called. */
  onEvents(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** For a socket that is closed. */
  forget(id: ConnectionId): void {
    this.#connections.delete(id);
  }

  /** Tells everybody that the broker shuts down, and waits until they have gone. */
  async close(): Promise<void> {
    clearInterval(this.#ticks);
    for (const client of this.#connections.values()) client.closeByOperator('shutdown');
    await this.#tcp.close();
    for (const client of this.#connections.values()) client.cut();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#wakesAt = -Infinity;
  }

  #welcome(socket: Socket): void {
    this.#connectionCount += 1;
    const id = `c${this.#connectionCount}` as ConnectionId;
    this.#connections.set(id, new ClientSocket(this, id, socket));
  }

  /** One thing after the other: what a client asks on hearing something is told after it. */
  #tell(events: readonly BrokerEvent[]): void {
    if (events.length === 0) return;
    if (this.#isTelling) {
      this.#untold.push(events);
      return;
    }
    this.#isTelling = true;
    try {
      this.#tellAll(events);
      while (this.#untold.length > 0) {
        const next = this.#untold;
        this.#untold = [];
        for (const more of next) this.#tellAll(more);
      }
    } finally {
      this.#isTelling = false;
    }
  }

  #tellAll(events: readonly BrokerEvent[]): void {
    for (const event of events) {
      if (event.kind === 'frame') this.#connections.get(event.connection)?.hear(event);
      else if ('connection' in event) this.#connections.get(event.connection)?.learn(event);
    }
    for (const listener of this.#listeners) listener(events);
  }

  #tick(): void {
    const now = this.#now();
    for (const client of this.#connections.values()) client.tick(now);
  }

  /** A timer that is set for too early an instant does no harm, and costs less than to set it anew. */
  #planWaking(): void {
    const deadline = nextDeadline(this.#broker) ?? Infinity;
    if (deadline >= this.#wakesAt) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#wakesAt = deadline;
    const wait = Math.min(timerMax, Math.max(0, deadline - this.#now()));
    this.#timer = setTimeout(() => {
      this.#wakesAt = Infinity;
      this.ask({ type: 'time.pass' });
    }, wait).unref();
  }
}
