/**
 * For Vite and rolldown: what a program in the sandbox runs on, as texts that are loaded on demand.
 *
 * - `virtual:sandbox/prelude`, `…/amqplib`, `…/cloudamqp`: code for the machine, bundled.
 *   The libraries are those of npm, unmodified; what they ask of Node the prelude gives them.
 * - `virtual:sandbox/quickjs`: the machine itself, packed.
 * - `virtual:sandbox/declarations`: the types an editor needs.
 */
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { declarations } from './sandbox-declarations.mjs';
import { packedQuickJs } from './sandbox-quickjs.mjs';

const prefix = 'virtual:sandbox/';
const entries = {
  prelude: 'src/sandbox/inside/prelude.ts',
  amqplib: 'src/sandbox/inside/amqplib.ts',
  cloudamqp: 'src/sandbox/inside/cloudamqp.ts',
};
const isBuiltin = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

/** Names stay as they are: they are seen in stacks and where objects are printed. */
const minify = { compress: true, mangle: false, codegen: { removeWhitespace: true } };

async function bundled(entry, watch) {
  const bundle = await rolldown({
    input: resolve(entry),
    platform: 'neutral',
    logLevel: 'silent',
    resolve: {
      mainFields: ['module', 'main'],
      conditionNames: ['import', 'require', 'default'],
      alias: {
        'events/': resolve('node_modules/events/events.js'),
        'buffer/': resolve('node_modules/buffer/index.js'),
        'amqplib-internals': resolve('node_modules/amqplib/lib'),
      },
    },
    external: (id) => isBuiltin.has(id) || id.startsWith('warren:'),
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    codeSplitting: false,
    minify,
    exports: 'named',
  });
  const files = await bundle.watchFiles;
  await bundle.close();
  for (const file of files) if (!file.includes('\0')) watch(file);
  return output[0].code;
}

const makers = {
  quickjs: async () => ({ packed: await packedQuickJs() }),
  declarations: async () => ({ files: await declarations() }),
};

function contentOf(name, watch) {
  if (name in makers) return makers[name]();
  return bundled(entries[name], watch).then((text) => ({ text }));
}

export const sandboxTexts = () => ({
  name: 'sandbox-texts',
  enforce: 'pre',
  resolveId(id) {
    return id.startsWith(prefix) ? `\0${id}` : null;
  },
  async load(id) {
    if (!id.startsWith(`\0${prefix}`)) return null;
    const name = id.slice(prefix.length + 1);
    if (!(name in makers) && !(name in entries)) throw new Error(`There is no ${id.slice(1)}.`);
    const content = await contentOf(name, (file) => this.addWatchFile(file));
    const lines = Object.entries(content).map(
      ([key, value]) => `export const ${key} = ${JSON.stringify(value)};`,
    );
    return { code: lines.join('\n'), moduleType: 'js' };
  },
  /** The machine comes packed, so the file that it would fetch itself is not wanted beside the page. */
  transform(code, id) {
    if (!/quickjs-wasmfile-release-sync.*emscripten-module/.test(id)) return null;
    const without = code.replaceAll('new URL("emscripten-module.wasm",import.meta.url)', '""');
    return without === code ? null : { code: without, map: null };
  },
});
