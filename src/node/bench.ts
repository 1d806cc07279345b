/**
 * npm run bench [-- --json] [-- --quick]
 *
 * The engine's rate beside that of other brokers in JavaScript on the same work, what a waiting
 * message costs, what the rate depends on, and how long it takes to seek in a long run. In one
 * process, after a warm-up, medians of rounds; machines are noisy, so read the ratios.
 */
import { argv } from 'node:process';
import { performance } from 'node:perf_hooks';
import { benchSeek } from '#sim';
import { compareRates } from './bench/compare-rates.ts';
import type { Compared } from './bench/compare-rates.ts';
import { fakeAmqplib } from './bench/contestants/fake-amqplib.ts';
import { smqp } from './bench/contestants/smqp.ts';
import { warren } from './bench/contestants/warren.ts';
import { goalsOf } from './bench/goals.ts';
import { messageRates } from './bench/message-rate.ts';
import { bytesPerWaiting } from './bench/waiting-heap.ts';

const isQuick = argv.includes('--quick');
const effort = isQuick ? { rounds: 3, roundMs: 50 } : { rounds: 7, roundMs: 500 };
const contestants = [warren, smqp, fakeAmqplib];

const compared: Compared[] = [];
for (const bindings of [1, 100, 10_000]) {
  compared.push(...(await compareRates(contestants, bindings, effort)));
}

const waiting: { readonly contestant: string; readonly bytes: number }[] = [];
for (const contestant of contestants) {
  const bytes = await bytesPerWaiting(contestant, isQuick ? 10_000 : 100_000);
  waiting.push({ contestant: contestant.name, bytes });
}

const plain = { bindings: 1, others: 0, waiting: 0 };
const messageCount = isQuick ? 2_000 : 50_000;
const surroundings = messageRates(
  [plain, { ...plain, bindings: 100 }, { ...plain, bindings: 10_000 }, { ...plain, others: 1_000 }],
  messageCount,
);
// Apart, because a million messages in memory make the collector's work harder for everybody. Below the
// prefetch nothing would wait.
const backlogs = messageRates(
  [
    { ...plain, waiting: 1_000 },
    { ...plain, waiting: isQuick ? 10_000 : 1_000_000 },
  ],
  messageCount,
);
const seeks = benchSeek(() => performance.now(), isQuick ? { untilMs: 30_000 } : {});
const goals = goalsOf({ compared, waiting, surroundings, backlogs });

if (argv.includes('--json')) {
  const messageRates = [...surroundings, ...backlogs];
  console.log(JSON.stringify({ compared, waiting, messageRates, seeks, goals }));
} else {
  print();
}

function print(): void {
  printRow('messages/s', [...contestants.map(({ name }) => name), 'to smqp', 'to fake-amqplib']);
  for (const bindings of [1, 100, 10_000]) {
    const rates = compared.filter((one) => one.bindings === bindings);
    const [own = Number.NaN, ...others] = rates.map(({ perSecond }) => perSecond);
    const ratios = others.map((other) => `${(own / other).toFixed(2)} x`);
    printRow(`${bindings} bindings`, [own, ...others, ...ratios]);
  }
  const [own = Number.NaN, ...others] = waiting.map(({ bytes }) => bytes);
  printRow('bytes a waiting message', [
    ...waiting.map(({ bytes }) => bytes.toFixed(0)),
    ...others.map((other) => `${(own / other).toFixed(2)} x`),
  ]);
  console.log('');
  for (const { name, medianMs, maxMs } of seeks) {
    console.log(`${name}: median ${medianMs.toFixed(1)} ms, at most ${maxMs.toFixed(1)} ms`);
  }
  console.log('');
  for (const { text, measured, isMet } of goals) {
    console.log(`${text.padEnd(55)} ${measured.padStart(12)}   ${isMet ? 'met' : 'NOT MET'}`);
  }
}

function printRow(head: string, cells: readonly (string | number)[]): void {
  console.log(head.padEnd(24) + cells.map((cell) => String(cell).padStart(17)).join(''));
}
