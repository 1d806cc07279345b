/** Modules of Node that a program can import, as far as they go here. */
declare module 'events' {
  class EventEmitter {
    on(event: string | symbol, listener: (...given: any[]) => void): this;
    addListener(event: string | symbol, listener: (...given: any[]) => void): this;
    once(event: string | symbol, listener: (...given: any[]) => void): this;
    off(event: string | symbol, listener: (...given: any[]) => void): this;
    removeListener(event: string | symbol, listener: (...given: any[]) => void): this;
    removeAllListeners(event?: string | symbol): this;
    emit(event: string | symbol, ...given: any[]): boolean;
    listenerCount(event: string | symbol): number;
    static once(emitter: EventEmitter, event: string | symbol): Promise<any[]>;
  }
  namespace EventEmitter {
    export { EventEmitter };
  }
  export = EventEmitter;
}
declare module 'node:events' {
  import EventEmitter = require('events');
  export = EventEmitter;
}

declare module 'crypto' {
  export function randomUUID(): string;
  export function randomBytes(count: number): Buffer;
  export function randomInt(from: number, below?: number): number;
}
declare module 'node:crypto' {
  export * from 'crypto';
}

declare module 'timers/promises' {
  export function setTimeout<Value = void>(milliseconds?: number, value?: Value): Promise<Value>;
  export function setImmediate<Value = void>(value?: Value): Promise<Value>;
  export function setInterval<Value = void>(
    milliseconds?: number,
    value?: Value,
  ): AsyncIterable<Value>;
}
declare module 'node:timers/promises' {
  export * from 'timers/promises';
}

declare module 'util' {
  export function promisify(work: (...given: any[]) => void): (...given: any[]) => Promise<any>;
  export function format(...values: unknown[]): string;
  export function inspect(value: unknown, options?: { depth?: number | null }): string;
}
declare module 'node:util' {
  export * from 'util';
}

declare module 'assert' {
  function assert(value: unknown, message?: string | Error): asserts value;
  namespace assert {
    function ok(value: unknown, message?: string | Error): asserts value;
    function equal(actual: unknown, expected: unknown, message?: string | Error): void;
    function strictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    function deepEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    function deepStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    function fail(message?: string | Error): never;
  }
  export = assert;
}
declare module 'node:assert' {
  import assert = require('assert');
  export = assert;
}

/** What the types of the libraries mention and programs here never need. */
declare module 'tls' {
  export interface ConnectionOptions {}
  export interface SecureContextOptions {}
  export interface TlsOptions {}
}
declare module 'net' {
  export interface Socket {}
}
declare module 'stream' {
  export interface Readable {}
  export interface Duplex {}
}
