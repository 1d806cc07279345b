/**
 * One AMQP connection of a client that does nothing by itself: it says hello, answers a close with
 * close-ok, as it must, and otherwise only sends what it is told and passes on what comes.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { encodeContentHeader } from './basic-properties.ts';
import { ContentAssembler } from './content-assembler.ts';
import type { Arrived } from './content-assembler.ts';
import type { Table } from './field-table.ts';
import { encodeFrame, frameTypes, FrameSplitter } from './frame-splitter.ts';
import { encodeMethod } from './method-codec.ts';
import type { Method } from './method-codec.ts';

export interface AmqpAddress {
  readonly host: string;
  readonly port: number;
}

export interface Login {
  readonly user: string;
  readonly password: string;
  readonly vhost: string;
}

export interface Content {
  readonly properties: Table;
  readonly body: string;
}

export interface Listener {
  readonly arrived: (arrived: Arrived) => void;
  /** The TCP connection is no more; nothing will arrive. */
  readonly gone: () => void;
}

const protocolHeader = Buffer.from([...Buffer.from('AMQP'), 0, 0, 9, 1]);
const frameMax = 131_072;
const frameOverhead = 8;

/** What makes a broker tell more: refused logins, cancelled consumers. */
const capabilities = {
  publisher_confirms: true,
  exchange_exchange_bindings: true,
  'basic.nack': true,
  consumer_cancel_notify: true,
  'connection.blocked': true,
  authentication_failure_close: true,
};

export class AmqpConnection {
  readonly #socket: Socket;
  readonly #login: Login;
  readonly #listener: Listener;
  readonly #splitter = new FrameSplitter();
  readonly #assembler = new ContentAssembler();
  #handshake: { done: (answer: Arrived) => void; failed: (error: Error) => void } | null = null;
  #isGone = false;
  #version = '';

  constructor(address: AmqpAddress, login: Login, listener: Listener) {
    this.#login = login;
    this.#listener = listener;
    this.#socket = connect(address.port, address.host);
    this.#socket.setNoDelay(true);
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** As the broker says it in its server properties. */
  get serverVersion(): string {
    return this.#version;
  }

  /** The broker's last word in opening: `connection.open-ok`, or `connection.close`. */
  open(): Promise<Arrived> {
    return new Promise((done, failed) => {
      this.#handshake = { done, failed };
      this.#socket.on('connect', () => this.#socket.write(protocolHeader));
      this.#socket.on('data', (chunk) => this.#take(chunk));
      this.#socket.on('error', (error) => this.#handshake?.failed(error));
      this.#socket.on('close', () => this.#end());
    });
  }

  /** All in one go, so that nothing comes between several publishes. */
  send(channel: number, methods: readonly (Method & { readonly content?: Content })[]): void {
    if (this.#isGone) return;
    this.#socket.write(Buffer.concat(methods.flatMap((method) => framesOf(channel, method))));
  }

  /** Cuts the TCP connection without a word. */
  drop(): void {
    this.#socket.resetAndDestroy();
  }

  #take(chunk: Buffer): void {
    try {
      for (const frame of this.#splitter.take(chunk)) {
        const arrived = this.#assembler.take(frame);
        if (arrived !== null) this.#hear(arrived);
      }
    } catch (error) {
      this.#handshake?.failed(error as Error);
      this.#socket.destroy();
    }
  }

  #hear(arrived: Arrived): void {
    const { name, channel } = arrived;
    if (name === 'channel.close' || name === 'connection.close') {
      this.send(channel, [{ name: `${name}-ok`, fields: {} }]);
    }
    if (name === 'connection.close' || name === 'connection.close-ok') {
      this.#socket.end();
      this.#isGone = true;
    }
    if (this.#handshake === null) this.#listener.arrived(arrived);
    else this.#greet(arrived, this.#handshake.done);
  }

  #greet(arrived: Arrived, done: (answer: Arrived) => void): void {
    const { name, fields } = arrived;
    const { user, password, vhost } = this.#login;
    if (name === 'connection.start') {
      this.#version = String((fields['serverProperties'] as Table)['version']);
      const response = `\0${user}\0${password}`;
      const clientProperties = { product: 'Warren recorder', capabilities };
      const login = { clientProperties, mechanism: 'PLAIN', response, locale: 'en_US' };
      this.send(0, [{ name: 'connection.start-ok', fields: login }]);
    } else if (name === 'connection.tune') {
      const { channelMax } = fields;
      const tuned = { channelMax, frameMax, heartbeat: 0 };
      this.send(0, [
        { name: 'connection.tune-ok', fields: tuned },
        { name: 'connection.open', fields: { virtualHost: vhost } },
      ]);
    } else {
      this.#handshake = null;
      done(arrived);
    }
  }

  #end(): void {
    this.#isGone = true;
    this.#handshake?.failed(new Error('The broker closed the connection without a word.'));
    this.#listener.gone();
  }
}

function framesOf(
  channel: number,
  { content, ...method }: Method & { readonly content?: Content },
): readonly Buffer[] {
  const first = encodeFrame({ type: frameTypes.method, channel, payload: encodeMethod(method) });
  if (content === undefined) return [first];
  const body = Buffer.from(content.body);
  const header = encodeContentHeader({ bodySize: body.length, properties: content.properties });
  const frames = [first, encodeFrame({ type: frameTypes.header, channel, payload: header })];
  const most = frameMax - frameOverhead;
  for (let at = 0; at < body.length; at += most) {
    const payload = body.subarray(at, at + most);
    frames.push(encodeFrame({ type: frameTypes.body, channel, payload }));
  }
  return frames;
}
