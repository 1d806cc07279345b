/**
 * What a program finds when it starts: the globals of Node and the web that it may use, on virtual time
 * and chance, and the modules it can import. `begin` is called once, before anything of the program.
 */
import { Buffer } from 'buffer/';
import { AbortController, AbortSignal } from './abort.ts';
import { Agenda } from './agenda.ts';
import { makeChance } from './chance.ts';
import { closed, receive } from './connections.ts';
import { makeConsole } from './console.ts';
import { errorGlobals } from './errors.ts';
import { CloseEvent, ErrorEvent, Event, EventTarget, MessageEvent } from './event-target.ts';
import { makeFailures } from './failures.ts';
import type { Host, Inside } from './host.ts';
import { machine, setUpMachine } from './machine.ts';
import { makeRequire } from './modules.ts';
import { makeProcess } from './process.ts';
import { crypto, globalTimers } from './small-modules.ts';
import { structuredClone } from './structured-clone.ts';
import { atob, btoa, TextDecoder, TextEncoder } from './text-coding.ts';
import { URL, URLSearchParams } from './url.ts';
import { makeDate } from './virtual-date.ts';
import { WebSocket } from './web-socket.ts';

/** The generated modules ask for what they give by this. */
const requireSymbol = Symbol.for('warren.require');

function define(name: string | symbol, value: unknown): void {
  Object.defineProperty(globalThis, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

function defineGlobals(globals: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(globals)) define(name, value);
}

function defineTime(): void {
  const { host, agenda, chance } = machine();
  define(
    'Date',
    makeDate(() => agenda.now),
  );
  define('performance', { now: () => agenda.now - host.at, timeOrigin: host.at });
  Object.defineProperty(Math, 'random', { value: chance, writable: true, configurable: true });
  defineGlobals(globalTimers);
  const isMade = Promise.resolve();
  define('queueMicrotask', (work: () => unknown): void => {
    if (typeof work !== 'function') {
      throw new TypeError('The "callback" argument must be of type function.');
    }
    void isMade.then(() => agenda.attempt(work));
  });
}

export function begin(host: Host): Inside {
  const failures = makeFailures(host);
  const agenda = new Agenda(host, failures);
  setUpMachine({ host, failures, agenda, chance: makeChance(host.seed) });
  defineTime();
  const process = makeProcess(JSON.parse(host.args) as string[]);
  const console = makeConsole();
  const { require, exportNames } = makeRequire({ process, console });
  defineGlobals(errorGlobals());
  defineGlobals({ global: globalThis, console, process, Buffer, crypto, structuredClone });
  defineGlobals({ TextEncoder, TextDecoder, atob, btoa, URL, URLSearchParams, WebSocket });
  defineGlobals({ Event, EventTarget, MessageEvent, CloseEvent, ErrorEvent });
  defineGlobals({ AbortController, AbortSignal });
  define(requireSymbol, require);
  return {
    setNow: (at) => {
      agenda.now = at;
    },
    nextTimer: () => agenda.nextTimer(),
    fireTimer: () => agenda.fireTimer(),
    runTicks: () => agenda.runTicks(),
    runImmediate: () => agenda.runImmediate(),
    receive: (stream, bytes) => agenda.attempt(() => receive(stream, bytes)),
    closed: (stream, isCut) => agenda.attempt(() => closed(stream, isCut)),
    unhandled: (reason, promise) => failures.unhandled(reason, promise),
    uncaught: (error) => failures.uncaught(error),
    exportNames: (name) => JSON.stringify(exportNames(name)),
    runCommonJs: (body) => {
      const module = { exports: {}, id: '.', filename: '/program.js', loaded: false, children: [] };
      const own = Object.assign(require, { main: module });
      agenda.attempt(() =>
        (body as (...given: unknown[]) => unknown).call(
          module.exports,
          module.exports,
          own,
          module,
          '/program.js',
          '/',
        ),
      );
    },
  };
}
