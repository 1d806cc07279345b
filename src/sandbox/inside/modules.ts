/** What a program can import: a few modules of Node, and the libraries, which are fetched when asked. */
import { Buffer } from 'buffer/';
import EventEmitter from 'events/';
import { assert } from './assert.ts';
import { rememberPlace } from './chunk-places.ts';
import { machine } from './machine.ts';
import { net, tls } from './net.ts';
import { here, onBehalfOf } from './places.ts';
import {
  crypto,
  globalTimers,
  os,
  path,
  querystring,
  timersPromises,
  url,
} from './small-modules.ts';
import { Duplex, PassThrough, Transform } from './stream.ts';
import { atob, btoa } from './text-coding.ts';
import { util } from './node-util.ts';

export interface Given {
  readonly process: object;
  readonly console: object;
}

interface Library {
  readonly bundle: string;
  readonly part: string;
}

const libraries: Readonly<Record<string, Library>> = {
  amqplib: { bundle: 'amqplib', part: 'promises' },
  'amqplib/callback_api': { bundle: 'amqplib', part: 'callbacks' },
  '@cloudamqp/amqp-client': { bundle: 'cloudamqp', part: 'everything' },
  '@cloudamqp/amqp-client/amqp-websocket-client': { bundle: 'cloudamqp', part: 'overWebSocket' },
  '@cloudamqp/amqp-client/amqp-socket-client': { bundle: 'cloudamqp', part: 'overSocket' },
};

/** ES modules without a default export, as in Node. */
const hasNoDefault = /^@cloudamqp\//;

const stream = Object.assign(Duplex, {
  Stream: Duplex,
  Readable: Duplex,
  Writable: Duplex,
  Duplex,
  Transform,
  PassThrough,
});

function nodeModules({ process, console }: Given): Readonly<Record<string, unknown>> {
  return {
    assert,
    'assert/strict': assert.strict,
    buffer: { Buffer, atob, btoa, constants: { MAX_LENGTH: 2 ** 31 - 1 } },
    console,
    crypto,
    events: EventEmitter,
    net,
    os,
    path,
    process,
    querystring,
    stream,
    timers: { ...globalTimers, promises: timersPromises },
    'timers/promises': timersPromises,
    tls,
    url,
    util,
  };
}

export const listed = (names: readonly string[]): string =>
  `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export function makeRequire(given: Given) {
  const own = nodeModules(given);
  const loaded = new Map<string, Record<string, unknown>>();

  const unknown = (name: string): Error => {
    const there = listed([...Object.keys(libraries).slice(0, 3), ...Object.keys(own)]);
    return Object.assign(
      new Error(`Cannot find module '${name}'. A program here can import ${there}.`),
      { code: 'MODULE_NOT_FOUND' },
    );
  };

  const load = (bundle: string): Record<string, unknown> => {
    const before = loaded.get(bundle);
    if (before !== undefined) return before;
    const fill = machine().host.loadLibrary(bundle);
    if (fill === null) throw unknown(bundle);
    const exports: Record<string, unknown> = {};
    fill(exports, requireForLibraries);
    loaded.set(bundle, exports);
    return exports;
  };

  const requireForLibraries = (name: unknown): unknown =>
    name === 'warren:places' ? { here, onBehalfOf, rememberPlace } : require(name);

  function require(asked: unknown): unknown {
    const name = String(asked);
    const short = name.replace(/^node:/, '');
    if (Object.hasOwn(own, short)) return own[short];
    const library = Object.hasOwn(libraries, name) ? libraries[name] : undefined;
    if (library === undefined) throw unknown(name);
    return load(library.bundle)[library.part];
  }

  const exportNames = (name: string): readonly string[] => {
    const module = require(name) as object;
    const names = Object.keys(module).filter((key) => key !== 'default' && key !== '__esModule');
    return hasNoDefault.test(name) ? names : ['default', ...names];
  };
  return { require, exportNames };
}
