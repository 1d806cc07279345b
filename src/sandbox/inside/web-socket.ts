/** WebSocket, whose other end is the broker of the scenario, as RabbitMQ's Web AMQP relays give it. */
import { Buffer } from 'buffer/';
import { Connection } from './connections.ts';
import { CloseEvent, ErrorEvent, Event, EventTarget, MessageEvent } from './event-target.ts';
import { machine } from './machine.ts';
import { placeOfChunk, rememberPlace } from './chunk-places.ts';
import { URL } from './url.ts';

type Handler<Heard extends Event> = ((event: Heard) => unknown) | null;

const ports: Readonly<Record<string, number>> = { 'ws:': 80, 'wss:': 443 };

export class WebSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readonly url: string;
  readonly protocol = '';
  readonly extensions = '';
  readonly bufferedAmount = 0;
  binaryType = 'blob';
  readyState = 0;
  onopen: Handler<Event> = null;
  onmessage: Handler<MessageEvent> = null;
  onerror: Handler<Event> = null;
  onclose: Handler<CloseEvent> = null;
  readonly #connection: Connection;

  constructor(address: unknown) {
    super();
    const url = new URL(address);
    const usual = ports[url.protocol];
    if (usual === undefined) {
      throw new SyntaxError(`The URL's scheme must be 'ws' or 'wss': ${url.href}`);
    }
    this.url = url.href;
    const port = url.port === '' ? usual : Number(url.port);
    this.#connection = new Connection(url.hostname, port, {
      receive: (bytes) => this.#received(bytes),
      closed: (isCut) => this.#closed(isCut ? 1006 : 1000, isCut),
    });
    machine().agenda.plan(() => {
      if (this.readyState !== this.CONNECTING) return;
      this.readyState = this.OPEN;
      this.dispatchEvent(new Event('open'));
    }, []);
  }

  #received(bytes: ArrayBuffer): void {
    if (this.readyState !== this.OPEN) return;
    this.dispatchEvent(new MessageEvent('message', { data: bytes, origin: this.url }));
  }

  #closed(code: number, isCut: boolean): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.#connection.leave();
    if (isCut) this.dispatchEvent(new ErrorEvent('error', { message: 'The connection was cut.' }));
    this.dispatchEvent(new CloseEvent('close', { code, wasClean: !isCut }));
  }

  send(data: unknown): void {
    if (this.readyState === this.CONNECTING) {
      throw Object.assign(new Error('Still in CONNECTING state'), { name: 'InvalidStateError' });
    }
    if (this.readyState !== this.OPEN) return;
    const chunk =
      typeof data === 'string'
        ? Buffer.from(data)
        : ArrayBuffer.isView(data)
          ? new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength)
          : new Uint8Array(data as ArrayBuffer);
    // The view may be a new one: what is remembered of the data goes on with it.
    if (typeof data === 'object' && data !== null) rememberPlace(chunk, placeOfChunk(data));
    this.#connection.write(chunk);
  }

  close(code = 1000): void {
    if (this.readyState >= this.CLOSING) return;
    this.readyState = this.CLOSING;
    this.#connection.end();
    machine().agenda.plan(() => this.#closed(code, false), []);
  }
}
