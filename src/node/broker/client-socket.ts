/**
 * One TCP connection of a client: its socket, and the server's side of AMQP on it.
 *
 * A peer that does not read gets no further frames made, and is not read from, until what waits for it
 * has gone out; the frames wait as the broker made them, which costs what they would cost in their
 * queues. A publisher is not read from either while the broker is short of memory or disk.
 *
 * https://www.rabbitmq.com/docs/connections and https://www.rabbitmq.com/docs/networking
 */
import type { Socket } from 'node:net';
import { ServerConnection } from '#amqp';
import { Fifo } from '#base';
import type { Broker, ClientMethod, ConnectionId, Fact, Frame } from '#engine';
import type { Address } from './address.ts';
import { Outgoing } from './outgoing.ts';

/** As RabbitMQ suggests it. */
const heartbeatSeconds = 60;
/** How long a peer that has been told everything may take to end the connection itself. */
const endingMs = 5_000;

/** What a connection wants of the broker that it is one of. */
interface Host {
  readonly broker: Broker;
  ask(command: ClientMethod): unknown;
  knowsLogin(user: string, password: string): boolean;
  forget(id: ConnectionId): void;
}

const none: Fifo<Frame> = Fifo.empty();

export class ClientSocket {
  readonly id: ConnectionId;
  readonly peer: Address;
  readonly local: Address;
  /** In milliseconds since 1970. */
  readonly connectedAt = Date.now();
  readonly connection: ServerConnection;
  readonly #host: Host;
  readonly #socket: Socket;
  readonly #outgoing: Outgoing;
  /** What the peer has not been told because it does not read. */
  #untold = none;
  #isBlocked = false;
  #isEnding = false;
  #deadline: NodeJS.Timeout | undefined;

  constructor(host: Host, id: ConnectionId, socket: Socket) {
    this.id = id;
    this.peer = { host: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
    this.local = { host: socket.localAddress ?? '', port: socket.localPort ?? 0 };
    this.#host = host;
    this.#socket = socket;
    this.#outgoing = new Outgoing(socket);
    this.connection = new ServerConnection({
      id,
      profile: host.broker.profile,
      isLoopback: isLoopback(this.peer.host),
      heartbeatSeconds,
      checkLogin: (user, password) => host.knowsLogin(user, password),
      submit: (command) => this.#submit(command),
      write: (bytes) => this.#outgoing.write(bytes),
      end: () => this.#end(),
    });
    socket.setNoDelay(true);
    socket.on('data', (bytes) => {
      this.#orCut(() => this.connection.receive(bytes));
      this.#readOrWait();
    });
    socket.on('drain', () => this.#tellRest());
    // The connection is closed after each of them, and there is nobody left to tell.
    socket.on('error', () => {});
    socket.on('end', () => {
      this.#orCut(() => this.connection.peerGone());
      this.#end();
    });
    socket.on('close', () => this.#gone());
  }

  /** Nothing is read from the peer for the time being. */
  get isReading(): boolean {
    return !this.#socket.isPaused();
  }

  get waitingBytes(): number {
    return this.#outgoing.waitingBytes;
  }

  hear(frame: Frame): void {
    if (this.#untold.size > 0) {
      this.#untold = this.#untold.push(frame);
    } else if (this.#outgoing.isFull) {
      this.#untold = this.#untold.push(frame);
      this.#readOrWait();
    } else {
      this.#tell(frame);
    }
  }

  learn(fact: Fact): void {
    if (fact.type === 'connection.blocked') this.#isBlocked = true;
    else if (fact.type === 'connection.unblocked' || fact.type === 'connection.closed')
      this.#isBlocked = false;
    else return;
    this.#readOrWait();
  }

  tick(nowMs: number): void {
    this.#orCut(() => this.connection.tick(nowMs, this.isReading));
  }

  closeByOperator(reason: string): void {
    this.#untold = none;
    this.connection.closeByOperator(reason);
  }

  /** Without a word. */
  cut(): void {
    this.#socket.destroy();
  }

  #submit(command: ClientMethod): void {
    this.#orCut(() => this.#host.ask(command));
  }

  #tell(frame: Frame): void {
    this.#orCut(() => this.connection.hear(frame));
  }

  /** A mistake of ours must not be everybody's: this client is cut off, and the others go on. */
  #orCut(act: () => void): void {
    try {
      act();
    } catch (error) {
      console.error(`${this.id} is cut off because of a mistake in the broker.`, error);
      this.#socket.destroy();
    }
  }

  #readOrWait(): void {
    const mayRead =
      this.#isEnding || (!this.#isBlocked && this.#untold.size === 0 && !this.#outgoing.isFull);
    if (mayRead === this.isReading) return;
    if (mayRead) this.#socket.resume();
    else this.#socket.pause();
  }

  #tellRest(): void {
    while (this.#untold.size > 0 && !this.#outgoing.isFull) {
      const frame = this.#untold.peek() as Frame;
      this.#untold = this.#untold.rest();
      this.#tell(frame);
    }
    this.#readOrWait();
  }

  #end(): void {
    this.#outgoing.flush();
    this.#socket.end();
    this.#isEnding = true;
    this.#readOrWait();
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#socket.destroy(), endingMs).unref();
  }

  #gone(): void {
    clearTimeout(this.#deadline);
    this.#untold = none;
    this.connection.peerGone();
    this.#host.forget(this.id);
  }
}

const isLoopback = (host: string): boolean => host === '::1' || /^(::ffff:)?127\./.test(host);
