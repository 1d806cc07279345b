/**
 * QuickJS, one copy for each program: what one of them breaks, breaks for nobody else. Its memory is
 * bounded from outside: the limit it would keep itself counts hardly anything in WebAssembly.
 */
import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { packed } from 'virtual:sandbox/quickjs';
import { memoryBytesAtMost } from './bounds.ts';

const pageBytes = 65_536;
/** The code wants as much to begin with; nearly all of it is free. */
const initialPages = 256;

let compiled: Promise<WebAssembly.Module> | null = null;

async function compile(): Promise<WebAssembly.Module> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

export interface QuickJs {
  readonly module: QuickJSWASMModule;
  /** The machine's table of functions, which scripts/sandbox-quickjs.mjs lets out. */
  readonly table: WebAssembly.Table;
}

export async function newQuickJs(): Promise<QuickJs> {
  compiled ??= compile();
  const code = await compiled;
  const wasmMemory = new WebAssembly.Memory({
    initial: initialPages,
    maximum: memoryBytesAtMost / pageBytes,
  });
  const made: { table?: WebAssembly.Table } = {};
  const emscriptenModule = {
    instantiateWasm(
      imports: WebAssembly.Imports,
      onReady: (instance: WebAssembly.Instance) => void,
    ): object {
      const instance = new WebAssembly.Instance(code, imports);
      made.table = instance.exports['table'] as WebAssembly.Table;
      onReady(instance);
      return instance.exports;
    },
  };
  const module = await newQuickJSWASMModuleFromVariant(
    newVariant(variant, { emscriptenModule: emscriptenModule as object, wasmMemory }),
  );
  if (made.table === undefined) throw new Error('QuickJS has no table of functions.');
  return { module, table: made.table };
}
