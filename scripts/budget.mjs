/**
 * What a visitor loads before the page is alive, against its budget. Also fails when a chunk that is
 * to be loaded on demand is missing, or has slipped into the first load. vite.config.ts names them, or
 * they have the name of their file.
 */
import { readFileSync } from 'node:fs';
import { exit } from 'node:process';
import { gzipSync } from 'node:zlib';

const kB = 1_000;
const firstLoadMax = 220 * kB;
const onDemand = { editor: 'Monaco', layout: 'dagre', Tools: 'editing on the canvas' };
/** What knows and checks the whole document comes after the page is alive: an entry of its schema. */
const schemaMark = /strict_object/;
/** Monaco's own words, should it come in by another door than its chunk. */
const monacoMark = /monaco-mouse-cursor-text|vs\/base\/common/;

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const chunks = Object.values(manifest);
const entry = chunks.find(({ isEntry }) => isEntry);

function withImports(chunk, found = new Set()) {
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const name of chunk.imports ?? []) withImports(manifest[name], found);
  return found;
}

const read = (file) => readFileSync(`dist/${file}`);
const sizeOf = (file) => gzipSync(read(file), { level: 9 }).length;
const show = (size, what) => console.log(`${(size / kB).toFixed(1).padStart(8)} kB  ${what}`);

const first = [...withImports(entry)];
const total = first.reduce((sum, { file }) => sum + sizeOf(file), 0);
for (const { file } of first) show(sizeOf(file), file);
show(total, `first load, of ${firstLoadMax / kB} kB`);

let failed = 0;
let passed = 0;
function check(isFine, sentence) {
  if (isFine) passed++;
  else failed++;
  console.log(`${isFine ? 'ok  ' : 'FAIL'} ${sentence}`);
}
check(total <= firstLoadMax, 'the first load keeps to its budget');
check(
  !first.some(({ file }) => monacoMark.test(read(file).toString())),
  'Monaco is not in the first load',
);
check(
  !first.some(({ file }) => schemaMark.test(read(file).toString())),
  'the schema of documents is not in the first load',
);
for (const [name, what] of Object.entries(onDemand)) {
  const chunk = chunks.find((each) => each.name === name && each.file.endsWith('.js'));
  check(chunk !== undefined, `the chunk '${name}' (${what}) exists`);
  check(chunk !== undefined && !first.includes(chunk), `'${name}' is loaded on demand`);
  if (chunk) show(sizeOf(chunk.file), `${chunk.file}, on demand`);
}
console.log(`${passed} passed, ${failed} failed`);
exit(failed === 0 ? 0 : 1);
