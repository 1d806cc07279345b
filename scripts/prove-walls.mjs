/**
 * Proves that the walls hold: plants a violation of each in a copy of the tree and insists that the
 * rule which is to catch it reports the planted file. That some other rule names it does not count,
 * and an innocent file must be named by none.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { env, exit } from 'node:process';

const strayed = /^TS(6059|6307)$/;
const unknownName = /^TS(2304|2580|2584|2591)$/;
const imports = /^eslint\(no-restricted-imports\)$/;
const lines = (count) => '  Math.abs(1);\n'.repeat(count);

/** Every one has a file of its own, so that one run of a check can be asked about all of them. */
const plants = [
  {
    wall: 'the engine does not import the simulation',
    by: strayed,
    files: { 'src/engine/planted-sim.ts': "export * from '#sim';\n" },
  },
  {
    wall: 'the scenario does not import the engine',
    by: strayed,
    files: { 'src/scenario/planted-engine.ts': "export * from '#engine';\n" },
  },
  {
    wall: 'the wire knows no simulation',
    by: strayed,
    files: { 'src/amqp/planted-sim.ts': "export * from '#sim';\n" },
  },
  {
    wall: 'the wire knows no bytes of Node',
    by: unknownName,
    files: { 'src/amqp/planted-buffer.ts': 'export const planted = Buffer.alloc(1);\n' },
  },
  {
    wall: 'the sandbox knows nothing of what its programs talk to',
    by: strayed,
    files: { 'src/sandbox/planted-engine.ts': "export * from '#engine';\n" },
  },
  {
    wall: 'who runs programs knows no clock',
    by: unknownName,
    files: { 'src/programs/planted-clock.ts': 'export const planted = performance.now();\n' },
  },
  {
    wall: 'the simulation runs no program',
    by: strayed,
    files: { 'src/sim/planted-programs.ts': "export * from '#programs';\n" },
  },
  {
    wall: 'the engine knows no document',
    by: unknownName,
    files: { 'src/engine/planted-dom.ts': 'export const planted = document.title;\n' },
  },
  {
    wall: 'the engine sets no timer',
    by: unknownName,
    files: { 'src/engine/planted-timer.ts': 'export const planted = setTimeout(() => {}, 1);\n' },
  },
  {
    wall: 'the engine does not write to the console',
    by: unknownName,
    files: { 'src/engine/planted-console.ts': 'export const planted = console.log(1);\n' },
  },
  {
    wall: 'the engine does not read performance',
    by: unknownName,
    files: { 'src/engine/planted-clock.ts': 'export const planted = performance.now();\n' },
  },
  {
    wall: 'another layer is not entered by the window',
    by: imports,
    files: { 'src/sim/planted-window.ts': "export { apply } from '../engine/apply.ts';\n" },
  },
  {
    wall: 'another layer is not entered by its folder',
    by: imports,
    files: { 'src/sim/planted-folder.ts': "export { apply } from '../engine';\n" },
  },
  {
    wall: 'another layer is not entered by a detour',
    by: imports,
    files: { 'src/sim/planted-detour.ts': "export { apply } from '../../src/engine/apply.ts';\n" },
  },
  {
    wall: 'programs for a terminal use front doors too',
    by: imports,
    files: { 'src/node/planted-window.ts': "export { apply } from '../engine/apply.ts';\n" },
  },
  {
    wall: 'a component does not run the engine',
    by: imports,
    files: {
      'src/ui/planted-engine.ts':
        "import { apply } from '#engine';\nexport const planted = apply;\n",
    },
  },
  {
    wall: 'only src/node knows Node',
    by: imports,
    files: { 'src/app/planted-node.ts': "export { readFileSync } from 'node:fs';\n" },
  },
  {
    wall: 'imports run in no circle',
    by: /^import\(no-cycle\)$/,
    files: {
      'src/base/planted-circle.ts':
        "import { other } from './planted-circle-too.ts';\nexport const planted = () => other();\n",
      'src/base/planted-circle-too.ts':
        "import { planted } from './planted-circle.ts';\nexport const other = () => planted();\n",
    },
  },
  {
    wall: 'nothing is exported by default',
    by: /^import\(no-default-export\)$/,
    files: { 'src/base/planted-default.ts': 'export default 1;\n' },
  },
  {
    wall: 'nothing is any',
    by: /^typescript\(no-explicit-any\)$/,
    files: {
      'src/base/planted-any.ts': 'export const planted = (value: any): unknown => value;\n',
    },
  },
  {
    wall: 'a promise is waited for',
    by: /^typescript\(no-floating-promises\)$/,
    files: {
      'src/app/planted-promise.ts':
        'export function planted(): void {\n  Promise.resolve(1).then(() => 2);\n}\n',
    },
  },
  {
    wall: 'a switch forgets no case',
    by: /^typescript\(switch-exhaustiveness-check\)$/,
    files: {
      'src/base/planted-switch.ts':
        "export function planted(kind: 'a' | 'b'): void {\n  switch (kind) {\n    case 'a':\n  }\n}\n",
    },
  },
  {
    wall: 'a function has at most 60 lines',
    by: /^eslint\(max-lines-per-function\)$/,
    files: { 'src/base/planted-long.ts': `export function planted(): void {\n${lines(61)}}\n` },
  },
  {
    wall: 'a file has at most 400 lines',
    by: /^eslint\(max-lines\)$/,
    files: { 'src/base/planted-longer.ts': `${lines(401)}export const planted = 1;\n` },
  },
  {
    wall: 'nothing below the app draws from chance',
    by: /chance$/,
    files: { 'src/sim/planted-chance.ts': 'export const planted = Math.random();\n' },
  },
  {
    wall: 'nothing below the app makes a date',
    by: /reads a clock$/,
    files: { 'src/scenario/planted-date.ts': 'export const planted = new Date();\n' },
  },
  {
    wall: 'nothing below the app asks Date for the time',
    by: /reads a clock$/,
    files: { 'src/library/planted-now.ts': 'export const planted = Date.now();\n' },
  },
  {
    wall: 'a rule says where it is documented',
    by: /^tidy a rule says/,
    files: { 'src/engine/rules/planted-rule.ts': 'export const planted = 1;\n' },
  },
  {
    wall: 'a file is imported by something',
    by: /^tidy a file is imported/,
    files: { 'src/app/planted-dead.ts': 'export const planted = 1;\n' },
  },
  {
    wall: 'no file is a drawer for odds and ends',
    by: /drawer/,
    files: { 'src/app/utils.ts': 'export const planted = 1;\n' },
  },
  {
    wall: 'a component is in a file of its name',
    by: /file of its name$/,
    files: { 'src/ui/PlantedName.tsx': 'export const OtherName = (): null => null;\n' },
  },
  {
    wall: 'no test runs alone',
    by: /runs alone/,
    files: {
      'src/base/planted.test.ts': "import { it } from 'vitest';\nit.only('runs', () => {});\n",
    },
  },
  {
    wall: 'text never becomes HTML',
    by: /becomes HTML$/,
    files: {
      'src/ui/planted-html.ts': "export const planted = (at: Element) => (at.innerHTML = 'x');\n",
    },
  },
];

const innocent = 'src/base/planted-innocent.ts';
const innocents = {
  [innocent]: 'export const innocent = 1;\n',
  'src/base/planted-friend.test.ts': `import { expect, it } from 'vitest';
import { innocent } from './planted-innocent.ts';

it('is innocent', () => expect(innocent).toBe(1));
`,
};

const copy = mkdtempSync(join(tmpdir(), 'warren-walls-'));
const tools = resolve('node_modules');
let failed = 0;
try {
  copyTree();
  for (const [path, text] of [...plants.map(({ files }) => files), innocents].flatMap(
    Object.entries,
  )) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  const findings = [...typeErrors(), ...lintErrors(), ...tidyErrors()];
  for (const { wall, by, files } of plants) {
    const [planted] = Object.keys(files);
    report(
      findings.some(({ rule, about }) => by.test(rule) && about.includes(planted)),
      wall,
    );
  }
  report(
    findings.every(({ about }) => !about.includes(innocent)),
    'an innocent file is left alone',
  );
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${plants.length + 1 - failed} passed, ${failed} failed`);
exit(failed === 0 ? 0 : 1);

function report(holds, wall) {
  if (!holds) failed++;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${wall}`);
}

function copyTree() {
  const configs = readdirSync('.').filter((name) => /\.(json|ts)$/.test(name));
  for (const name of ['src', 'e2e', 'scripts', ...configs].filter((path) => existsSync(path))) {
    cpSync(name, join(copy, name), { recursive: true });
  }
  // The compiler keeps its notes in node_modules/.cache: the copy has its own.
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(tools).filter((entry) => entry !== '.cache')) {
    symlinkSync(join(tools, name), join(copy, 'node_modules', name));
  }
}

/** Runs a tool in the copy. It is to fail; what it says is the caller's to read. */
function run(tool, words) {
  const path = join('node_modules', '.bin', tool);
  const { error, stdout } = spawnSync(path, words, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1' },
    maxBuffer: 100_000_000,
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return stdout;
}

function typeErrors() {
  const errors = run('tsc', ['-b', '--pretty', 'false']).matchAll(
    /^(\S+)\(\d+,\d+\): error (TS\d+)/gm,
  );
  return [...errors].map(([, about, rule]) => ({ rule, about }));
}

function lintErrors() {
  const { diagnostics } = JSON.parse(run('oxlint', ['--type-aware', '--format', 'json', 'src']));
  return diagnostics.map(({ code, filename }) => ({
    rule: code,
    about: relative(copy, resolve(copy, filename)),
  }));
}

function tidyErrors() {
  const file = join(copy, 'tidy.json');
  run('vitest', ['run', 'src/tidy.test.ts', '--reporter=json', `--outputFile=${file}`]);
  return JSON.parse(readFileSync(file, 'utf8'))
    .testResults.flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => ({
      rule: fullName,
      about: failureMessages.join('\n').replaceAll('./', 'src/'),
    }));
}
