/**
 * A broker with connections on which tests say bytes, and hear what comes back, frame by frame. There
 * are no sockets: everything happens at once, or, if a test wants that, when it is carried out.
 */
import { apply, createBroker, profiles } from '#engine';
import type { Broker, ClientMethod, Command, ConnectionId, Instant, ProfileName } from '#engine';
import {
  decodeContentHeader,
  decodeMethod,
  encodeContent,
  encodeMethodFrame,
  FrameReader,
  frameTypes,
  protocolHeader,
  ServerConnection,
  WireError,
} from '#amqp';
import { textOf } from '#base';
import type { FieldsToSend, RawFrame, ServerConnectionOptions } from '#amqp';

/** One thing heard. Headers and bodies are told apart from methods, so that one sees every frame. */
export type Heard =
  | readonly [channel: number, method: string, fields: object]
  | readonly [channel: number, 'header', object]
  | readonly [channel: number, 'body', string]
  | readonly [channel: number, 'heartbeat'];

const heardFrom = ({ type, channel, payload }: RawFrame): Heard => {
  if (type === frameTypes.heartbeat) return [channel, 'heartbeat'];
  if (type === frameTypes.body) return [channel, 'body', textOf(payload)];
  if (type === frameTypes.header) {
    const { bodySize, properties } = decodeContentHeader(payload);
    return [channel, 'header', { bodySize, properties: { ...properties } }];
  }
  try {
    const { name, fields } = decodeMethod(payload);
    return [channel, name, fields];
  } catch (error) {
    // RabbitMQ tells of bytes that are no text as they are.
    if (error instanceof WireError) return [channel, 'no text', { bytes: textOf(payload) }];
    throw error;
  }
};

export interface Submitted {
  readonly command: ClientMethod;
  readonly number: number;
}

export class AWireClient {
  readonly connection: ServerConnection;
  readonly written: Uint8Array[] = [];
  readonly submitted: Submitted[] = [];
  isEnded = false;
  #taken = 0;
  #reader = new FrameReader(() => 0);

  constructor(broker: AWireBroker, id: ConnectionId, more: Partial<ServerConnectionOptions>) {
    this.connection = new ServerConnection({
      id,
      profile: broker.broker.profile,
      isLoopback: true,
      heartbeatSeconds: 60,
      checkLogin: (user, password) => broker.broker.users.get(user as never)?.password === password,
      submit: (command, number) => {
        this.submitted.push({ command, number });
        broker.submit(command);
      },
      write: (bytes) => this.written.push(bytes),
      end: () => {
        this.isEnded = true;
      },
      ...more,
    });
  }

  /** Bytes that a client says. */
  receive(...bytes: readonly Uint8Array[]): readonly Heard[] {
    this.connection.receive(Buffer.concat(bytes));
    return this.take();
  }

  say(channel: number, method: string, fields: FieldsToSend = {}): readonly Heard[] {
    return this.receive(encodeMethodFrame(channel, method, fields));
  }

  publish(channel: number, routingKey: string, body: string, more: object = {}): readonly Heard[] {
    const fields = { exchange: '', routingKey, ...more };
    return this.receive(encodeContent(channel, 'basic.publish', fields, {}, body, 131_072));
  }

  /** What was heard since that was asked last. */
  take(): readonly Heard[] {
    const heard: Heard[] = [];
    for (; this.#taken < this.written.length; this.#taken++) {
      this.#reader.push(this.written[this.#taken] as Uint8Array);
      for (let frame = this.#reader.next(); frame !== null; frame = this.#reader.next()) {
        heard.push(heardFrom(frame));
      }
    }
    return heard;
  }

  /** Up to the open connection, and then that channel. */
  open({
    channel = 1,
    capabilities = allCapabilities,
    heartbeat = 0,
    channelMax = 2_047,
  } = {}): this {
    this.receive(protocolHeader());
    this.say(0, 'connection.start-ok', {
      clientProperties: { capabilities },
      mechanism: 'PLAIN',
      response: '\0guest\0guest',
      locale: 'en_US',
    });
    this.say(0, 'connection.tune-ok', { channelMax, frameMax: 131_072, heartbeat });
    this.say(0, 'connection.open', { virtualHost: '/' });
    if (channel > 0) this.say(channel, 'channel.open');
    return this;
  }
}

export const allCapabilities = {
  publisher_confirms: true,
  exchange_exchange_bindings: true,
  'basic.nack': true,
  consumer_cancel_notify: true,
  'connection.blocked': true,
  authentication_failure_close: true,
};

export class AWireBroker {
  broker: Broker;
  now = 0;
  /** Whether what clients ask waits until it is carried out. */
  isLate = false;
  readonly #clients = new Map<string, AWireClient>();
  #waiting: ClientMethod[] = [];

  constructor(profile: ProfileName = '3.10') {
    this.broker = createBroker(profiles[profile]);
  }

  client(more: Partial<ServerConnectionOptions> = {}): AWireClient {
    const id = `c${this.#clients.size + 1}` as ConnectionId;
    const client = new AWireClient(this, id, more);
    this.#clients.set(id, client);
    return client;
  }

  submit(command: ClientMethod): void {
    if (this.isLate) this.#waiting.push(command);
    else this.ask(command);
  }

  carryOut(): void {
    for (const command of this.#waiting.splice(0)) this.ask(command);
  }

  ask(command: Command | { readonly type: string }): void {
    const { broker, events } = apply(this.broker, command as Command, this.now as Instant);
    this.broker = broker;
    for (const event of events) {
      if (event.kind === 'frame') this.#clients.get(event.connection)?.connection.hear(event);
    }
  }
}
