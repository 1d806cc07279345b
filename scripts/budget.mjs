/**
 * What a visitor loads before the page is alive, against its budget. Also fails when a chunk that is
 * to be loaded on demand is missing, or has slipped into the first load.
 */
import { readFileSync } from 'node:fs';
import { exit } from 'node:process';
import { gzipSync } from 'node:zlib';

const kB = 1_000;
const firstLoadMax = 220 * kB;
/** Loaded on demand, by the source file that begins each. */
const onDemand = {
  editor: 'src/ui/editor/Editor.tsx',
  layout: 'src/app/layout/lay-out.ts',
};

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const entry = Object.values(manifest).find(({ isEntry }) => isEntry);

function withImports(chunk, found = new Set()) {
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const name of chunk.imports ?? []) withImports(manifest[name], found);
  return found;
}

const sizeOf = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length;
const first = withImports(entry);
const rows = [...first].map(({ file }) => ({ file, size: sizeOf(file) }));
const total = rows.reduce((sum, { size }) => sum + size, 0);
for (const { file, size } of rows) console.log(`${(size / kB).toFixed(1).padStart(8)} kB  ${file}`);
console.log(`${(total / kB).toFixed(1).padStart(8)} kB  first load, of ${firstLoadMax / kB} kB`);

let failed = 0;
const check = (isFine, sentence) => {
  if (!isFine) failed++;
  console.log(`${isFine ? 'ok  ' : 'FAIL'} ${sentence}`);
};
check(total <= firstLoadMax, 'the first load keeps to its budget');
check(![...first].some(({ file }) => /monaco/i.test(file)), 'Monaco is not in the first load');
for (const [name, source] of Object.entries(onDemand)) {
  const chunk = manifest[source];
  check(chunk?.isDynamicEntry === true, `the chunk of ${name} (${source}) exists`);
  check(chunk !== undefined && !first.has(chunk), `${name} is loaded on demand`);
  if (chunk) console.log(`${(sizeOf(chunk.file) / kB).toFixed(1).padStart(8)} kB  ${chunk.file}`);
}
exit(failed === 0 ? 0 : 1);
