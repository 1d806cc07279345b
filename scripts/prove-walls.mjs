/**
 * Proves that the walls hold: plants a violation of each in a copy of the tree and insists that the
 * check which is to catch it fails and names the planted file.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { exit } from 'node:process';

const types = ['npx', 'tsc', '-b'];
const lint = ['npx', 'oxlint', '--type-aware', 'src'];
const tidy = ['npx', 'vitest', 'run', 'src/tidy.test.ts'];

/** Each has a file of its own, so that one run of a check can be asked about all of them. */
const plants = [
  [
    'the engine imports the simulation',
    types,
    'src/engine/planted-sim.ts',
    "import { seek } from '#sim';\nexport const planted = seek;\n",
  ],
  [
    'the engine knows the document',
    types,
    'src/engine/planted-dom.ts',
    'export const planted = document.title;\n',
  ],
  [
    'the engine sets a timer',
    types,
    'src/engine/planted-timer.ts',
    'setTimeout(() => {}, 1);\nexport const planted = 1;\n',
  ],
  [
    'the engine writes to the console',
    types,
    'src/engine/planted-console.ts',
    'console.log(1);\nexport const planted = 1;\n',
  ],
  [
    'the simulation reads performance',
    types,
    'src/sim/planted-clock.ts',
    'export const planted = performance.now();\n',
  ],
  [
    'the scenario imports the engine',
    types,
    'src/scenario/planted-engine.ts',
    "import { apply } from '#engine';\nexport const planted = apply;\n",
  ],
  [
    'another layer is entered by the window',
    lint,
    'src/sim/planted-window.ts',
    "import { apply } from '../engine/apply.ts';\nexport const planted = apply;\n",
  ],
  [
    'a component runs the engine',
    lint,
    'src/ui/planted-engine.ts',
    "import { apply } from '#engine';\nexport const planted = apply;\n",
  ],
  [
    'Node outside src/node',
    lint,
    'src/app/planted-node.ts',
    "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
  ],
  [
    'a circle of imports',
    lint,
    'src/base/planted-circle.ts',
    "import { other } from './planted-circle-too.ts';\nexport const planted = (): number => other();\n",
    'src/base/planted-circle-too.ts',
    "import { planted } from './planted-circle.ts';\nexport const other = (): number => planted();\n",
  ],
  ['a default export', lint, 'src/base/planted-default.ts', 'export default 1;\n'],
  [
    'any',
    lint,
    'src/base/planted-any.ts',
    'export const planted = (value: any): unknown => value;\n',
  ],
  [
    'a promise nobody waits for',
    lint,
    'src/app/planted-promise.ts',
    'export function planted(): void {\n  Promise.resolve(1);\n}\n',
  ],
  [
    'a function of more than 60 lines',
    lint,
    'src/base/planted-long.ts',
    `export function planted(): number {\n${'  Math.abs(1);\n'.repeat(61)}  return 1;\n}\n`,
  ],
  [
    'chance below the app',
    tidy,
    'src/sim/planted-chance.ts',
    'export const planted = Math.random();\n',
  ],
  [
    'a date below the app',
    tidy,
    'src/scenario/planted-date.ts',
    'export const planted = new Date();\n',
  ],
  [
    'the clock below the app',
    tidy,
    'src/library/planted-now.ts',
    'export const planted = Date.now();\n',
  ],
  [
    'a rule without its documentation',
    tidy,
    'src/engine/rules/planted-rule.ts',
    'export const planted = 1;\n',
  ],
  ['a file that nobody imports', tidy, 'src/app/planted-dead.ts', 'export const planted = 1;\n'],
  ['a drawer for odds and ends', tidy, 'src/app/utils.ts', 'export const planted = 1;\n'],
  [
    'text that becomes HTML',
    tidy,
    'src/ui/planted-html.ts',
    "export const planted = (node: Element): void => {\n  node.innerHTML = 'x';\n};\n",
  ],
];

const copy = mkdtempSync(join(tmpdir(), 'warren-walls-'));
try {
  for (const name of [
    'src',
    'e2e',
    'scripts',
    'public',
    'package.json',
    'tsconfig.json',
    'tsconfig.base.json',
    'vite.config.ts',
    'playwright.config.ts',
    '.oxlintrc.json',
    'index.html',
  ]) {
    cpSync(name, join(copy, name), { recursive: true });
  }
  // The compiler keeps its notes in node_modules/.cache: the copy has its own.
  const modules = join(copy, 'node_modules');
  mkdirSync(modules);
  linkModules(modules);
  for (const [, , ...files] of plants) {
    for (let index = 0; index < files.length; index += 2) {
      const path = join(copy, files[index]);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, files[index + 1]);
    }
  }
  const outputs = new Map([types, lint, tidy].map((check) => [check, run(check)]));
  const failed = plants.filter(([sentence, check, file]) => {
    const { status, text } = outputs.get(check);
    const name = file.replace(/^src\//, '');
    const isCaught = status !== 0 && text.includes(name);
    console.log(`${isCaught ? 'ok  ' : 'FAIL'} ${sentence}`);
    return !isCaught;
  });
  console.log(`${plants.length - failed.length} passed, ${failed.length} failed`);
  exit(failed.length === 0 ? 0 : 1);
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function linkModules(modules) {
  for (const name of readdirSync('node_modules').filter((entry) => entry !== '.cache')) {
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
}

function run([command, ...words]) {
  const options = { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } };
  const { status, stdout, stderr } = spawnSync(command, words, options);
  return { status, text: `${stdout}${stderr}` };
}
