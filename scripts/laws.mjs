/**
 * npm run laws -- [PROGRAMS]
 *
 * The engine's laws on many random programs, 10,000 each where nothing else is said, and those of the
 * wire on ten times as many streams of bytes: what a machine does at night. `npm test` plays a few of
 * them.
 */
import { spawnSync } from 'node:child_process';
import { argv, env, execPath, exit } from 'node:process';

const [count = '10000'] = argv.slice(2);
if (!/^[1-9]\d*$/.test(count)) {
  console.error(`'${count}' is no number of programs.`);
  exit(2);
}
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'node'];
const { status } = spawnSync(
  execPath,
  [
    ...vitest,
    '--testTimeout',
    '14400000',
    'src/engine/laws.test.ts',
    'src/amqp/codec/laws.test.ts',
    'src/amqp/laws.test.ts',
  ],
  { stdio: 'inherit', env: { ...env, WARREN_PROGRAMS: count } },
);
exit(status ?? 1);
