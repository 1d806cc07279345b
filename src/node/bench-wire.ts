/**
 * npm run bench -- wire [--beside amqp://guest:guest@127.0.0.1:5673] [--rounds 7] [--seconds 2]
 *
 * Messages a second through the listener, which runs in a process of its own: one connection of
 * amqplib publishes 1 kB messages with confirms and consumes them with acknowledgements. With
 * `--beside`, the same through another broker in turn, and the ratio of the medians.
 */
import { argv, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { median } from './bench/median.ts';
import { startWireBroker } from './bench/wire-broker.ts';
import { wireLoad } from './bench/wire-load.ts';
import type { WireLoad } from './bench/wire-load.ts';

const goal = 0.5;
const warmUps = 2;

const { values: options } = parseArgs({
  args: argv.slice(2),
  options: {
    beside: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
  },
});
const forMs = Number(options.seconds) * 1_000;

interface Measured {
  readonly name: string;
  readonly load: WireLoad;
  readonly rates: number[];
}

const broker = await startWireBroker();
const measured: Measured[] = [{ name: 'warren', load: await wireLoad(broker.url), rates: [] }];
if (options.beside !== undefined) {
  const { host } = new URL(options.beside);
  const load = await wireLoad(options.beside).catch((error: unknown) => {
    console.error(`Nothing to compare with at ${host}: ${(error as Error).message}`);
    return null;
  });
  if (load !== null) measured.push({ name: host, load, rates: [] });
}
// In turn, round by round, so that a noisy moment hits both.
for (let round = -warmUps; round < Number(options.rounds); round++) {
  for (const { load, rates } of measured) {
    const rate = await load.measure(forMs);
    if (round >= 0) rates.push(rate);
  }
}
for (const { load } of measured) await load.close();
broker.end();
report();
exit(0);

function report(): void {
  const rows = measured.map(({ name, rates }) => ({ name, perSecond: median(rates) }));
  const [own, other] = rows.map(({ perSecond }) => perSecond);
  const ratio = own !== undefined && other !== undefined ? own / other : null;
  if (options.json) {
    console.log(JSON.stringify({ rows, ratio, goal }));
    return;
  }
  for (const { name, perSecond } of rows) {
    console.log(`${name.padEnd(24)}${perSecond.toFixed(0).padStart(10)} messages/s`);
  }
  if (ratio === null) return;
  const verdict = ratio >= goal ? 'met' : 'NOT MET';
  console.log(`ratio ${ratio.toFixed(2)}, goal ${goal}: ${verdict}`);
}
