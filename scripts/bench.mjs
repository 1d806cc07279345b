/**
 * npm run bench [-- page] [-- --json]
 *
 * Without a word: the engine beside smqp and @onify/fake-amqplib, and the simulation, in one process.
 * With `page`: frames of the built page in a browser.
 */
import { spawnSync } from 'node:child_process';
import { argv, execPath, exit } from 'node:process';

const words = argv.slice(2);
const isPage = words[0] === 'page';
const result = isPage
  ? spawnSync(execPath, ['scripts/bench-page.mjs', ...words.slice(1)], { stdio: 'inherit' })
  : spawnSync(execPath, ['--expose-gc', 'scripts/run.mjs', 'src/node/bench.ts', ...words], {
      stdio: 'inherit',
    });
exit(result.status ?? 1);
