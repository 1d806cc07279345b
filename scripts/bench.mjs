/**
 * npm run bench [-- page] [-- wire] [-- --json]
 *
 * Without a word: the engine beside smqp and @onify/fake-amqplib, and the simulation, in one process.
 * With `page`: frames of the built page in a browser.
 * With `wire`: a real client and the listener, beside another broker where one is named.
 */
import { spawnSync } from 'node:child_process';
import { argv, execPath, exit } from 'node:process';

const words = argv.slice(2);
const programs = {
  page: ['scripts/bench-page.mjs'],
  wire: ['scripts/run.mjs', 'src/node/bench-wire.ts'],
};
const named = programs[words[0]];
const program = named ?? ['--expose-gc', 'scripts/run.mjs', 'src/node/bench.ts'];
const rest = named === undefined ? words : words.slice(1);
const result = spawnSync(execPath, [...program, ...rest], { stdio: 'inherit' });
exit(result.status ?? 1);
