/**
 * One AMQP connection of a client that does nothing by itself: it says hello, answers a close with
 * close-ok, as it must, and otherwise only sends what it is told and passes on what comes.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { encodeContent, encodeMethodFrame, FrameReader, protocolHeader } from '#amqp';
import { ContentAssembler } from './content-assembler.ts';
import type { Arrived } from './content-assembler.ts';
import { fieldsToSend, propertiesToSend } from './told-fields.ts';
import type { Table } from './told-fields.ts';

export interface AmqpAddress {
  readonly host: string;
  readonly port: number;
}

export interface Login {
  readonly user: string;
  readonly password: string;
  readonly vhost: string;
}

export interface Method {
  readonly name: string;
  readonly fields: Table;
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

const frameMax = 131_072;

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
  readonly #reader = new FrameReader(() => frameMax);
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
      this.#socket.on('connect', () => this.#socket.write(protocolHeader()));
      this.#socket.on('data', (chunk) => this.#take(chunk));
      this.#socket.on('error', (error) => this.#handshake?.failed(error));
      this.#socket.on('close', () => this.#end());
    });
  }

  /** All in one go, so that nothing comes between several publishes. */
  send(channel: number, methods: readonly (Method & { readonly content?: Content })[]): void {
    if (this.#isGone) return;
    this.#socket.write(Buffer.concat(methods.map((method) => framesOf(channel, method))));
  }

  /** Cuts the TCP connection without a word. */
  drop(): void {
    this.#socket.resetAndDestroy();
  }

  #take(chunk: Buffer): void {
    try {
      if (this.#version === '' && isOtherProtocol(chunk))
        throw new Error('The broker does not speak AMQP 0-9-1.');
      this.#reader.push(chunk);
      for (let frame = this.#reader.next(); frame !== null; frame = this.#reader.next()) {
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

/** A broker answers with the protocol that it would rather speak; no frame begins so. */
const isOtherProtocol = (chunk: Buffer): boolean => chunk.subarray(0, 4).toString() === 'AMQP';

function framesOf(
  channel: number,
  { name, fields, content }: Method & { readonly content?: Content },
): Uint8Array {
  const sent = fieldsToSend(fields);
  if (content === undefined) return encodeMethodFrame(channel, name, sent);
  const properties = propertiesToSend(content.properties);
  return encodeContent(channel, name, sent, properties, content.body, frameMax);
}
