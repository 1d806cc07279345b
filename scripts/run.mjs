/**
 * Runs a TypeScript program of src/node: bundles it, so that Node 20 can, and imports the bundle.
 *
 * node scripts/run.mjs ENTRY [ARGUMENT …]
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { argv, cwd, pid } from 'node:process';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { sandboxTexts } from './sandbox-texts.mjs';

const [entry, ...rest] = argv.slice(2);
const { imports } = JSON.parse(readFileSync('package.json', 'utf8'));
const alias = Object.fromEntries(
  Object.entries(imports).map(([name, path]) => [name, resolve(cwd(), path)]),
);
const folder = resolve('node_modules/.cache/warren');
mkdirSync(folder, { recursive: true });
const file = resolve(folder, `${basename(entry, '.ts')}.mjs`);
const bundle = await rolldown({
  input: entry,
  platform: 'node',
  resolve: { alias },
  external: [/^smqp$/, /^@onify\//, /^amqplib$/],
  plugins: [sandboxTexts()],
  logLevel: 'warn',
});
const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
// Several may run at once, and none may read what another has half written.
const draft = `${file}.${pid}`;
writeFileSync(draft, output[0].code);
renameSync(draft, file);
argv.splice(1, argv.length - 1, file, ...rest);
await import(pathToFileURL(file).href);
