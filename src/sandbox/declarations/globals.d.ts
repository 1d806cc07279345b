/**
 * What a program finds without importing anything: a small part of Node's globals. In virtual time:
 * Date and the timers follow the simulation's clock.
 */
interface Timeout {
  ref(): this;
  unref(): this;
  hasRef(): boolean;
  refresh(): this;
  close(): this;
  [Symbol.toPrimitive](): number;
}
interface Immediate {
  readonly given: readonly unknown[];
}

declare function setTimeout<Given extends unknown[]>(
  work: (...given: Given) => void,
  milliseconds?: number,
  ...given: Given
): Timeout;
declare function setInterval<Given extends unknown[]>(
  work: (...given: Given) => void,
  milliseconds?: number,
  ...given: Given
): Timeout;
declare function setImmediate<Given extends unknown[]>(
  work: (...given: Given) => void,
  ...given: Given
): Immediate;
declare function clearTimeout(timer: Timeout | number | undefined): void;
declare function clearInterval(timer: Timeout | number | undefined): void;
declare function clearImmediate(immediate: Immediate | undefined): void;
declare function queueMicrotask(work: () => void): void;
declare function structuredClone<Value>(value: Value): Value;
declare function atob(text: string): string;
declare function btoa(text: string): string;

/** What it prints stands in the journal, at the instant of the run. */
declare const console: {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  trace(...values: unknown[]): void;
  dir(value: unknown, options?: { depth?: number | null }): void;
  table(rows: unknown): void;
  assert(holds: unknown, ...values: unknown[]): void;
  count(label?: string): void;
  countReset(label?: string): void;
  time(label?: string): void;
  timeLog(label?: string): void;
  timeEnd(label?: string): void;
  group(...values: unknown[]): void;
  groupEnd(): void;
};

declare const performance: { now(): number; readonly timeOrigin: number };

declare const process: {
  /** `node`, the program, and then the arguments the client was given. */
  readonly argv: string[];
  readonly env: Record<string, string | undefined>;
  exitCode: number | undefined;
  readonly version: string;
  readonly platform: string;
  readonly pid: number;
  readonly stdout: { write(text: string): boolean };
  readonly stderr: { write(text: string): boolean };
  /** Its connections are closed, and nothing more of it runs. */
  exit(code?: number): never;
  nextTick(work: (...given: unknown[]) => void, ...given: unknown[]): void;
  cwd(): string;
  uptime(): number;
  on(event: string, listener: (...given: any[]) => void): typeof process;
  once(event: string, listener: (...given: any[]) => void): typeof process;
  off(event: string, listener: (...given: any[]) => void): typeof process;
};

type BufferEncoding =
  | 'ascii'
  | 'utf8'
  | 'utf-8'
  | 'utf16le'
  | 'ucs2'
  | 'base64'
  | 'latin1'
  | 'binary'
  | 'hex';

interface Buffer extends Uint8Array {
  toString(encoding?: BufferEncoding, start?: number, end?: number): string;
  toJSON(): { type: 'Buffer'; data: number[] };
  equals(other: Uint8Array): boolean;
  compare(other: Uint8Array): -1 | 0 | 1;
  copy(target: Uint8Array, targetStart?: number, start?: number, end?: number): number;
  slice(start?: number, end?: number): Buffer;
  subarray(start?: number, end?: number): Buffer;
  write(text: string, offset?: number, length?: number, encoding?: BufferEncoding): number;
  readUInt8(offset?: number): number;
  readUInt16BE(offset?: number): number;
  readUInt16LE(offset?: number): number;
  readUInt32BE(offset?: number): number;
  readUInt32LE(offset?: number): number;
  readInt8(offset?: number): number;
  readInt16BE(offset?: number): number;
  readInt32BE(offset?: number): number;
  readFloatBE(offset?: number): number;
  readDoubleBE(offset?: number): number;
  readBigUInt64BE(offset?: number): bigint;
  writeUInt8(value: number, offset?: number): number;
  writeUInt16BE(value: number, offset?: number): number;
  writeUInt32BE(value: number, offset?: number): number;
  writeInt32BE(value: number, offset?: number): number;
  writeDoubleBE(value: number, offset?: number): number;
  writeBigUInt64BE(value: bigint, offset?: number): number;
}

declare const Buffer: {
  from(text: string, encoding?: BufferEncoding): Buffer;
  from(bytes: ArrayLike<number> | ArrayBufferLike | Iterable<number>): Buffer;
  alloc(size: number, fill?: string | number): Buffer;
  allocUnsafe(size: number): Buffer;
  concat(parts: readonly Uint8Array[], length?: number): Buffer;
  isBuffer(value: unknown): value is Buffer;
  byteLength(text: string | ArrayBufferView, encoding?: BufferEncoding): number;
  compare(one: Uint8Array, two: Uint8Array): -1 | 0 | 1;
};

/** What programs in the manner of RabbitMQ's tutorials begin with. */
declare function require(name: 'amqplib'): typeof import('amqplib');
declare function require(name: 'amqplib/callback_api'): typeof import('amqplib/callback_api');
declare function require(name: '@cloudamqp/amqp-client'): typeof import('@cloudamqp/amqp-client');
declare function require(name: 'events' | 'node:events'): typeof import('events');
declare function require(name: string): any;
