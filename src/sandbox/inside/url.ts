/** URL and URLSearchParams, as far as addresses of brokers need them. */
import { Buffer } from 'buffer/';

const form =
  /^([A-Za-z][\w+.-]*:)(?:\/\/(?:([^@/?#]*)@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d*))?)?([^?#]*)(\?[^#]*)?(#.*)?$/;
const usualPorts: Readonly<Record<string, string>> = {
  'http:': '80',
  'https:': '443',
  'ws:': '80',
  'wss:': '443',
  'ftp:': '21',
};

const kept = (text: string, keep: RegExp): string =>
  text.replace(/./gsu, (character) =>
    keep.test(character)
      ? character
      : [...Buffer.from(character)]
          .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
          .join(''),
  );

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export class URLSearchParams {
  #pairs: (readonly [string, string])[] = [];

  constructor(init: string | Iterable<readonly [string, string]> | Record<string, string> = '') {
    if (typeof init === 'string') this.#parse(init);
    else {
      const pairs = Symbol.iterator in init ? init : Object.entries(init);
      for (const [name, value] of pairs as Iterable<readonly [string, string]>)
        this.append(name, value);
    }
  }

  #parse(text: string): void {
    for (const part of text.replace(/^\?/, '').split('&')) {
      if (part === '') continue;
      const [name = '', ...rest] = part.split('=');
      this.append(decoded(name.replaceAll('+', ' ')), decoded(rest.join('=').replaceAll('+', ' ')));
    }
  }

  append(name: string, value: string): void {
    this.#pairs.push([String(name), String(value)]);
  }
  delete(name: string): void {
    this.#pairs = this.#pairs.filter(([each]) => each !== name);
  }
  get(name: string): string | null {
    return this.#pairs.find(([each]) => each === name)?.[1] ?? null;
  }
  getAll(name: string): string[] {
    return this.#pairs.filter(([each]) => each === name).map(([, value]) => value);
  }
  has(name: string): boolean {
    return this.#pairs.some(([each]) => each === name);
  }
  set(name: string, value: string): void {
    const at = this.#pairs.findIndex(([each]) => each === name);
    const before = this.#pairs.slice(0, at < 0 ? this.#pairs.length : at);
    const after = at < 0 ? [] : this.#pairs.slice(at).filter(([each]) => each !== name);
    this.#pairs = [...before, [String(name), String(value)], ...after];
  }
  forEach(each: (value: string, name: string, all: URLSearchParams) => void): void {
    for (const [name, value] of this.#pairs) each(value, name, this);
  }
  *keys(): IterableIterator<string> {
    for (const [name] of this.#pairs) yield name;
  }
  *values(): IterableIterator<string> {
    for (const [, value] of this.#pairs) yield value;
  }
  *entries(): IterableIterator<readonly [string, string]> {
    yield* this.#pairs;
  }
  [Symbol.iterator](): IterableIterator<readonly [string, string]> {
    return this.entries();
  }
  get size(): number {
    return this.#pairs.length;
  }
  toString(): string {
    const written = (text: string): string => kept(text, /[\w*.-]/).replaceAll('%20', '+');
    return this.#pairs.map(([name, value]) => `${written(name)}=${written(value)}`).join('&');
  }
}

const invalid = (given: string): Error =>
  Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input: given });

export class URL {
  protocol: string;
  username: string;
  password: string;
  hostname: string;
  port: string;
  pathname: string;
  hash: string;
  readonly searchParams: URLSearchParams;

  constructor(given: unknown, base?: unknown) {
    const text = String(given).trim();
    const found = form.exec(text) ?? (base === undefined ? null : form.exec(joined(text, base)));
    if (found === null) throw invalid(text);
    const [, protocol = '', login = '', host = '', port = '', path = '', search = '', hash = ''] =
      found;
    const isKnown = protocol.toLowerCase() in usualPorts;
    if (isKnown && host === '') throw invalid(text);
    if (Number(port) > 65_535) throw invalid(text);
    const [username = '', ...password] = login.split(':');
    this.protocol = protocol.toLowerCase();
    this.username = kept(username, /[\w!$&'()*+,.~%-]/);
    this.password = kept(password.join(':'), /[\w!$&'()*+,.~%-]/);
    this.hostname = isKnown ? host.toLowerCase() : host;
    this.port = usualPorts[this.protocol] === port ? '' : port;
    this.pathname = isKnown && path === '' ? '/' : kept(path, /[\w!$&'()*+,./:;=@~%|-]/);
    this.hash = hash === '#' ? '' : hash;
    this.searchParams = new URLSearchParams(search);
    this.#search = search === '?' ? '' : kept(search, /[\w!$&()*+,./:;=?@~%|-]/);
    this.#asParsed = this.searchParams.toString();
  }

  readonly #search: string;
  readonly #asParsed: string;

  static canParse(given: unknown, base?: unknown): boolean {
    try {
      void new URL(given, base);
      return true;
    } catch {
      return false;
    }
  }

  get search(): string {
    const now = this.searchParams.toString();
    if (now === this.#asParsed) return this.#search;
    return now === '' ? '' : `?${now}`;
  }
  get host(): string {
    return this.port === '' ? this.hostname : `${this.hostname}:${this.port}`;
  }
  get origin(): string {
    return this.protocol in usualPorts ? `${this.protocol}//${this.host}` : 'null';
  }
  get href(): string {
    const password = this.password === '' ? '' : `:${this.password}`;
    const login = this.username === '' && password === '' ? '' : `${this.username}${password}@`;
    return `${this.protocol}//${login}${this.host}${this.pathname}${this.search}${this.hash}`;
  }
  set href(given: string) {
    const { protocol, username, password, hostname, port, pathname, hash } = new URL(given);
    Object.assign(this, { protocol, username, password, hostname, port, pathname, hash });
  }
  toString(): string {
    return this.href;
  }
  toJSON(): string {
    return this.href;
  }
}

function joined(text: string, base: unknown): string {
  const { protocol, host, pathname } = new URL(base);
  if (text.startsWith('//')) return protocol + text;
  const folder = text.startsWith('/') ? '' : pathname.replace(/[^/]*$/, '');
  const [path = '', rest = ''] = text.split(/(?=[?#])(.*)/s);
  const steps: string[] = [];
  for (const step of `${folder}${path}`.split('/')) {
    if (step === '..') steps.splice(Math.max(1, steps.length - 1));
    else if (step !== '.') steps.push(step);
  }
  return `${protocol}//${host}${steps.join('/')}${rest}`;
}
