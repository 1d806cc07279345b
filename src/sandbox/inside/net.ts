/** node:net and node:tls: connections to the broker of the scenario, and to nothing else. */
import { Buffer } from 'buffer/';
import { Connection } from './connections.ts';
import { machine } from './machine.ts';
import { Duplex, type StreamOptions } from './stream.ts';
import type { Timer } from './timer.ts';

interface ConnectOptions extends StreamOptions {
  readonly host?: string;
  readonly port?: number | string;
}

type Done = (error?: Error | null) => void;

export class Socket extends Duplex {
  connecting = false;
  remoteAddress: string | undefined = undefined;
  remotePort: number | undefined = undefined;
  bytesRead = 0;
  bytesWritten = 0;
  #connection: Connection | null = null;
  #held: (() => void)[] = [];
  #idleAfter = 0;
  #idle: Timer | null = null;

  connect(options: ConnectOptions, heard?: () => void): this {
    const host = options.host === undefined || options.host === '' ? 'localhost' : options.host;
    const port = Number(options.port);
    if (!(port >= 0 && port < 65_536)) {
      throw new RangeError(`Port should be >= 0 and < 65536. Received ${String(options.port)}.`);
    }
    this.connecting = true;
    if (heard !== undefined) this.once('connect', heard);
    this.#connection = new Connection(host, port, {
      receive: (bytes) => {
        this.bytesRead += bytes.byteLength;
        this.#wake();
        this.push(Buffer.from(bytes));
      },
      closed: (isCut) => {
        if (!isCut) this.push(null);
        else this.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }));
      },
    });
    machine().agenda.plan(() => this.#connected(host, port), []);
    return this;
  }

  #connected(host: string, port: number): void {
    if (this.destroyed) return;
    this.connecting = false;
    this.remoteAddress = host;
    this.remotePort = port;
    const held = this.#held;
    this.#held = [];
    for (const write of held) write();
    this.emit('connect');
    this.emit('ready');
  }

  override _write(chunk: unknown, encoding: string, done: Done): void {
    if (this.connecting) {
      this.#held.push(() => this._write(chunk, encoding, done));
      return;
    }
    const bytes = chunk as Uint8Array;
    this.bytesWritten += bytes.length;
    this.#wake();
    this.#connection?.write(bytes);
    done();
  }

  override _final(done: Done): void {
    if (this.connecting) this.#held.push(() => this._final(done));
    else {
      this.#connection?.end();
      done();
    }
  }

  override _destroy(error: Error | null, done: Done): void {
    if (this.#idle !== null) machine().agenda.forget(this.#idle);
    this.#connection?.leave();
    done(error);
  }

  /** Node closes its own side too once the other has closed: allowHalfOpen is false. */
  override atEnd(): void {
    this.end();
  }

  setTimeout(delay: number, heard?: () => void): this {
    this.#idleAfter = Number(delay) || 0;
    if (heard !== undefined) this.once('timeout', heard);
    this.#wake();
    return this;
  }

  #wake(): void {
    if (this.#idle !== null) machine().agenda.forget(this.#idle);
    const expire = (): void => void this.emit('timeout');
    this.#idle =
      this.#idleAfter > 0 ? machine().agenda.set(expire, this.#idleAfter, false, []) : null;
  }

  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  address(): object {
    return {};
  }
}

function optionsOf(given: readonly unknown[]): { options: ConnectOptions; heard?: () => void } {
  const last = given[given.length - 1];
  const [first, second] = given;
  const heard = typeof last === 'function' ? { heard: last as () => void } : {};
  if (first !== null && typeof first === 'object') return { options: first, ...heard };
  const host = typeof second === 'string' ? { host: second } : {};
  return { options: { port: Number(first), ...host }, ...heard };
}

export function connect(...given: readonly unknown[]): Socket {
  const { options, heard } = optionsOf(given);
  return new Socket({}).connect(options, heard);
}

export function isIP(host: unknown): 0 | 4 | 6 {
  const text = String(host);
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return 4;
  return /^[\da-f:.]*:[\da-f:.]*$/i.test(text) && text.includes(':') ? 6 : 0;
}

function createServer(): never {
  throw new Error('A program here cannot listen: it is a client of the broker.');
}

export const net = {
  Socket,
  Stream: Socket,
  connect,
  createConnection: connect,
  createServer,
  isIP,
  isIPv4: (host: unknown): boolean => isIP(host) === 4,
  isIPv6: (host: unknown): boolean => isIP(host) === 6,
};

const noTls =
  'The broker of a scenario does not speak TLS: connect with amqp:// instead of amqps://, or ws:// instead of wss://.';

export const tls = {
  connect: (): never => {
    throw new Error(noTls);
  },
  createSecureContext: (): object => ({}),
};
