/** One QuickJS with its prelude, and what passes between it and the world. */
import {
  isFail,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
} from 'quickjs-emscripten-core';
import { text as amqplib } from 'virtual:sandbox/amqplib';
import { text as cloudamqp } from 'virtual:sandbox/cloudamqp';
import { text as prelude } from 'virtual:sandbox/prelude';
import { gasPerLibrary, stackBytes } from './bounds.ts';
import type { Host, Inside } from './inside/host.ts';
import { newQuickJs, type QuickJs } from './quickjs.ts';
import { Rejections } from './rejections.ts';

const libraries: Readonly<Record<string, string>> = { amqplib, cloudamqp };

/** What the world is told. Numbers of streams, texts and bytes; never a thing of the machine. */
export type World = Pick<Host, 'say' | 'connect' | 'end' | 'fail' | 'exit' | 'tooMuch'> & {
  readonly seed: number;
  readonly at: number;
  readonly args: readonly string[];
  readonly write: (stream: number, bytes: Uint8Array, places: string) => void;
  /** Asked again and again while the machine works. */
  readonly isInterrupted: () => boolean;
  readonly moreGas: (units: number) => void;
};

/** Something was thrown that the prelude could not catch: as a rule because the machine was stopped. */
export interface Escaped {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

type Simple = number | boolean | string | Uint8Array | QuickJSHandle;

export class Machine {
  readonly context: QuickJSContext;
  readonly runtime: QuickJSRuntime;
  readonly rejections: Rejections;
  readonly #inside = new Map<string, QuickJSHandle>();

  readonly #memory: WebAssembly.Memory;

  private constructor(quickJs: QuickJs, runtime: QuickJSRuntime, context: QuickJSContext) {
    this.runtime = runtime;
    this.context = context;
    this.rejections = new Rejections(quickJs, runtime, context);
    this.#memory = quickJs.module.getWasmMemory();
  }

  static async make(world: World): Promise<Machine> {
    const quickJs = await newQuickJs();
    const runtime = quickJs.module.newRuntime();
    runtime.setMaxStackSize(stackBytes);
    const context = runtime.newContext();
    const machine = new Machine(quickJs, runtime, context);
    runtime.setInterruptHandler(world.isInterrupted);
    runtime.setModuleLoader(
      (name) => machine.#moduleText(name),
      (_, name) => name,
    );
    machine.#begin(world);
    return machine;
  }

  /** It only ever grows. */
  get memoryBytes(): number {
    return this.#memory.buffer.byteLength;
  }

  #begin(world: World): void {
    const { context } = this;
    const begin = context
      .unwrapResult(context.evalCode(wrapped(prelude, 'return exports.begin;'), 'prelude.js'))
      .consume((make) => this.#called(make, context.undefined, context.newObject()));
    const host = context.newObject();
    for (const [name, value] of Object.entries(this.#hostValues(world))) {
      context.setProp(host, name, value);
      value.dispose();
    }
    const inside = this.#called(begin, context.undefined, host);
    const names = context.unwrapResult(context.getOwnPropertyNames(inside));
    for (const name of names) {
      this.#inside.set(context.getString(name), context.getProp(inside, name));
    }
  }

  #called(work: QuickJSHandle, self: QuickJSHandle, ...given: QuickJSHandle[]): QuickJSHandle {
    return this.context.unwrapResult(this.context.callFunction(work, self, ...given));
  }

  #hostValues(world: World): Readonly<Record<string, QuickJSHandle>> {
    const { context } = this;
    const texts =
      (work: (...given: string[]) => void) =>
      (...handles: QuickJSHandle[]): void =>
        work(...handles.map((handle) => this.#textOf(handle)));
    const number = (handle: QuickJSHandle): number => context.getNumber(handle);
    const functions = {
      say: texts(world.say),
      fail: texts(world.fail),
      exit: (code: QuickJSHandle, place: QuickJSHandle) =>
        world.exit(number(code), this.#textOf(place)),
      tooMuch: texts(world.tooMuch),
      connect: (
        stream: QuickJSHandle,
        host: QuickJSHandle,
        port: QuickJSHandle,
        at: QuickJSHandle,
      ) => world.connect(number(stream), this.#textOf(host), number(port), this.#textOf(at)),
      write: (stream: QuickJSHandle, bytes: QuickJSHandle, places: QuickJSHandle) => {
        const copied = context.getArrayBuffer(bytes).consume(({ value }) => value.slice());
        world.write(number(stream), copied, this.#textOf(places));
      },
      end: (stream: QuickJSHandle) => world.end(number(stream)),
      loadLibrary: (name: QuickJSHandle) => this.#library(this.#textOf(name), world.moreGas),
    };
    const values: Record<string, QuickJSHandle> = {
      seed: context.newNumber(world.seed),
      at: context.newNumber(world.at),
      args: context.newString(JSON.stringify(world.args)),
    };
    for (const [name, work] of Object.entries(functions)) {
      values[name] = context.newFunction(name, work as (...given: QuickJSHandle[]) => never);
    }
    return values;
  }

  #textOf(handle: QuickJSHandle): string {
    return this.context.getString(handle);
  }

  #library(name: string, moreGas: (units: number) => void): QuickJSHandle {
    const text = libraries[name];
    if (text === undefined) return this.context.null;
    moreGas(gasPerLibrary);
    return this.context.unwrapResult(this.context.evalCode(wrapped(text, ''), `${name}.js`));
  }

  /** A module as the machine loads it hands on what the prelude has under that name. */
  #moduleText(name: string): string | { error: Error } {
    const given = this.context.newString(name);
    const named = this.call('exportNames', given);
    if ('escaped' in named) return { error: new Error(named.escaped.message) };
    const names = JSON.parse(String(named.value)) as string[];
    const lines = names
      .filter((each) => each === 'default' || /^[A-Za-z_$][\w$]*$/.test(each))
      .map((each, index) =>
        each === 'default'
          ? 'export default m;'
          : `const e${index} = m[${JSON.stringify(each)}]; export { e${index} as ${each} };`,
      );
    const begin = `const m = globalThis[Symbol.for('warren.require')](${JSON.stringify(name)});`;
    return [begin, ...lines].join('\n');
  }

  /** Calls one of the prelude's functions. What it is given is disposed of. */
  call(
    name: keyof Inside,
    ...given: readonly Simple[]
  ): { readonly value: unknown } | { readonly escaped: Escaped } {
    const { context } = this;
    const handles = given.map((each) => this.#handleOf(each));
    const work = this.#inside.get(name);
    if (work === undefined) throw new Error(`The prelude has no ${name}.`);
    const result = context.callFunction(work, context.undefined, ...handles);
    for (const handle of handles) if (handle.alive) handle.dispose();
    if (isFail(result)) return { escaped: this.escaped(result.error) };
    return { value: result.value.consume((value) => this.#plain(value)) };
  }

  #handleOf(value: Simple): QuickJSHandle {
    const { context } = this;
    if (typeof value === 'number') return context.newNumber(value);
    if (typeof value === 'boolean') return value ? context.true : context.false;
    if (typeof value === 'string') return context.newString(value);
    if (value instanceof Uint8Array) {
      return context.newArrayBuffer(value.slice().buffer as ArrayBuffer);
    }
    return value;
  }

  #plain(value: QuickJSHandle): unknown {
    switch (this.context.typeof(value)) {
      case 'number':
        return this.context.getNumber(value);
      case 'string':
        return this.context.getString(value);
      case 'boolean':
        return this.context.eq(value, this.context.true);
      default:
        return undefined;
    }
  }

  /** Reads an error, and disposes of it. */
  escaped(error: QuickJSHandle): Escaped {
    const read = (name: string): string =>
      this.context
        .getProp(error, name)
        .consume((value) =>
          this.context.typeof(value) === 'string' ? this.context.getString(value) : '',
        );
    const isObject = this.context.typeof(error) === 'object';
    const found = isObject
      ? { name: read('name'), message: read('message'), stack: read('stack') }
      : { name: 'Uncaught', message: String(this.#plain(error)), stack: '' };
    error.dispose();
    return found;
  }
}

const wrapped = (text: string, end: string): string =>
  `(function (exports, require) {${text}\n${end}\n})`;
