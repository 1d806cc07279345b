/**
 * npm run bench [-- --json] [-- --quick]
 *
 * The engine's rate and what it depends on, and how long it takes to seek in a long run. In one
 * process, after a warm-up, medians of five rounds; machines are noisy, so read the ratios.
 */
import { argv } from 'node:process';
import { performance } from 'node:perf_hooks';
import { benchSeek } from '#sim';
import { messageRates } from './bench/message-rate.ts';

const isQuick = argv.includes('--quick');
const plain = { bindings: 1, others: 0, waiting: 0 };
const messageCount = isQuick ? 2_000 : 50_000;
const [base, ...surroundings] = messageRates(
  [plain, { ...plain, bindings: 100 }, { ...plain, bindings: 10_000 }, { ...plain, others: 1_000 }],
  messageCount,
);
// Apart, because a million messages in memory make the collector's work harder for everybody.
const backlogs = messageRates(
  [
    { ...plain, waiting: 10 },
    { ...plain, waiting: isQuick ? 10_000 : 1_000_000 },
  ],
  messageCount,
);
const situations = [...surroundings, ...backlogs];
const seeks = benchSeek(() => performance.now(), isQuick ? { untilMs: 30_000 } : {});

if (argv.includes('--json')) {
  console.log(JSON.stringify({ messageRates: [base, ...situations], seeks }));
} else if (base !== undefined) {
  console.log('bindings    others   waiting   messages/s   cost against the first');
  for (const { bindings, others, waiting, perSecond } of [base, ...situations]) {
    const cells = [bindings, others, waiting].map((number) => String(number).padStart(8));
    const ratio = (base.perSecond / perSecond).toFixed(2);
    console.log(`${cells.join('  ')}   ${String(perSecond).padStart(10)}   ${ratio}`);
  }
  const few = situations.find(({ waiting }) => waiting === 10);
  const many = situations.at(-1);
  if (few !== undefined && many !== undefined) {
    const ratio = (few.perSecond / many.perSecond).toFixed(2);
    console.log(`${many.waiting} waiting against 10: ${ratio}`);
  }
  for (const { name, medianMs, maxMs } of seeks) {
    console.log(`${name}: median ${medianMs.toFixed(1)} ms, at most ${maxMs.toFixed(1)} ms`);
  }
}
