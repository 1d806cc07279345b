/** Modules of Node that are a few lines here: querystring, url, crypto, timers, os, path. */
import { Buffer } from 'buffer/';
import { machine } from './machine.ts';
import { decoded, URL, URLSearchParams } from './url.ts';

type Query = Record<string, string | string[]>;

function parse(text: unknown): Query {
  const found: Query = Object.create(null);
  for (const [name, value] of new URLSearchParams(String(text))) {
    const before = found[name];
    found[name] = before === undefined ? value : [before, value].flat();
  }
  return found;
}

const stringify = (query: Readonly<Record<string, unknown>>): string =>
  Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)]))
    .map((pair) => pair.map((part) => encodeURIComponent(part as string)).join('='))
    .join('&');

export const querystring = {
  parse,
  decode: parse,
  stringify,
  encode: stringify,
  escape: encodeURIComponent,
  unescape: decoded,
};

export const url = {
  URL,
  URLSearchParams,
  parse: (text: unknown): object => {
    const parsed = new URL(text);
    const { username, password, protocol, host, hostname, port, pathname, search, href } = parsed;
    const auth = username === '' ? null : `${decoded(username)}:${decoded(password)}`;
    return { protocol, auth, host, hostname, port: port || null, pathname, search, href };
  },
  fileURLToPath: (given: unknown): string => new URL(given).pathname,
};

const byte = (): number => Math.floor(machine().chance() * 256);

function randomBytes(count: number): Buffer {
  const bytes = Buffer.alloc(count);
  for (let at = 0; at < count; at++) bytes[at] = byte();
  return bytes;
}

function randomUUID(): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] as number) & 15) | 64;
  bytes[8] = ((bytes[8] as number) & 63) | 128;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function randomInt(from: number, below?: number): number {
  const [low, high] = below === undefined ? [0, from] : [from, below];
  return low + Math.floor(machine().chance() * (high - low));
}

function getRandomValues<Target extends ArrayBufferView>(target: Target): Target {
  const bytes = new Uint8Array(target.buffer as ArrayBuffer, target.byteOffset, target.byteLength);
  for (let at = 0; at < bytes.length; at++) bytes[at] = byte();
  return target;
}

const webcrypto = { getRandomValues, randomUUID };
export const crypto = { randomBytes, randomUUID, randomInt, getRandomValues, webcrypto };

export const globalTimers = {
  setTimeout: (work: unknown, delay?: unknown, ...given: readonly unknown[]) =>
    machine().agenda.set(work, delay, false, given),
  setInterval: (work: unknown, delay?: unknown, ...given: readonly unknown[]) =>
    machine().agenda.set(work, delay, true, given),
  setImmediate: (work: unknown, ...given: readonly unknown[]) => machine().agenda.plan(work, given),
  clearTimeout: (timer: unknown) => machine().agenda.forget(timer),
  clearInterval: (timer: unknown) => machine().agenda.forget(timer),
  clearImmediate: (entry: unknown) => machine().agenda.cancel(entry),
};

const wait = (delay?: unknown, value?: unknown): Promise<unknown> =>
  new Promise((resolve) => {
    machine().agenda.set(() => resolve(value), delay, false, []);
  });

async function* ticking(delay?: unknown, value?: unknown): AsyncGenerator<unknown> {
  for (;;) yield await wait(delay, value);
}

export const timersPromises = {
  setTimeout: wait,
  setImmediate: (value?: unknown) =>
    new Promise((resolve) => machine().agenda.plan(() => resolve(value), [])),
  setInterval: ticking,
  scheduler: { wait },
};

export const os = {
  EOL: '\n',
  hostname: () => 'localhost',
  platform: () => 'linux',
  cpus: () => [],
  tmpdir: () => '/tmp',
};

const basename = (file: string, ending = ''): string => {
  const name = file.replace(/\/+$/, '').replace(/^.*\//, '');
  return ending !== '' && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
};

export const path = {
  sep: '/',
  basename,
  dirname: (file: string) => file.replace(/\/?[^/]*$/, '') || '.',
  extname: (file: string) => /[^/.](\.[^./]*)$/.exec(file)?.[1] ?? '',
  join: (...parts: readonly string[]) => parts.filter(Boolean).join('/').replace(/\/+/g, '/'),
  resolve: (...parts: readonly string[]) => `/${parts.join('/')}`.replace(/\/+/g, '/'),
};
