/** A management API over HTTP with a broker of its own, and the means to ask it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBroker, profiles } from '#engine';
import type { Instant, ProfileName } from '#engine';
import { RunningBroker } from '../node/broker/running-broker.ts';
import { createManagement } from '../node/management/create-management.ts';
import type { Json } from '../node/management/json.ts';

export interface Heard {
  readonly status: number;
  /** Undefined where there is no JSON. */
  readonly json: Json | undefined;
  readonly headers: Headers;
}

export interface AskWith {
  /** With password; null to say nothing of who one is. */
  readonly user?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export class AManagement {
  readonly running: RunningBroker;
  readonly port: number;
  readonly #stop: () => void;

  constructor(running: RunningBroker, port: number, stop: () => void) {
    this.running = running;
    this.port = port;
    this.#stop = stop;
  }

  async ask(
    method: string,
    path: string,
    body?: Json | Uint8Array,
    { user = 'guest:guest', headers = {} }: AskWith = {},
  ): Promise<Heard> {
    const login = user === null ? {} : { authorization: `Basic ${btoa(user)}` };
    const response = await fetch(`http://127.0.0.1:${this.port}/api/${path}`, {
      method,
      headers: { ...login, ...headers },
      ...(body === undefined ? {} : { body: asText(body) }),
    });
    const text = await response.text();
    const json = text === '' ? undefined : (JSON.parse(text) as Json);
    return { status: response.status, json, headers: response.headers };
  }

  get = (path: string, user?: string): Promise<Heard> =>
    this.ask('GET', path, undefined, user === undefined ? {} : { user });

  put = (path: string, body: Json = {}): Promise<Heard> => this.ask('PUT', path, body);

  post = (path: string, body: Json = {}): Promise<Heard> => this.ask('POST', path, body);

  delete = (path: string): Promise<Heard> => this.ask('DELETE', path);

  async close(): Promise<void> {
    this.#stop();
    await this.running.close();
  }
}

const asText = (body: Json | Uint8Array): string | Uint8Array<ArrayBuffer> =>
  body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);

export async function aManagement(profile: ProfileName = '3.10'): Promise<AManagement> {
  const before = Date.now();
  const running = new RunningBroker(
    { ...createBroker(profiles[profile]), at: 0 as Instant },
    { now: () => Date.now() - before },
  );
  const server = createServer(createManagement(running));
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return new AManagement(running, (server.address() as AddressInfo).port, stop);
}
