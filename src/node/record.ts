/**
 * npm run conformance:record -- --broker amqp://guest:guest@127.0.0.1:5672
 *   --management http://guest:guest@127.0.0.1:15672 FILE [--case ID] [--out FILE]
 *   [--erl COMMAND] [--restart COMMAND] [--lanes N]
 * or, instead of FILE: --random N --seed N [--theme THEME] --out FILE
 *
 * Plays the cases of FILE against a live RabbitMQ and writes what it answered under the version that
 * the broker says it has. docs/conformance-format.md tells the format.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { AmqpConnection } from './record/client/amqp-connection.ts';
import { writeCaseFile } from './record/case-file.ts';
import type { RecordableFile } from './record/case-file.ts';
import { Management } from './record/management.ts';
import type { Place } from './record/play-case.ts';
import { QueueCounts } from './record/queue-counts.ts';
import { randomFile } from './record/random/random-case.ts';
import { themeNames } from './record/random/themes.ts';
import type { ThemeName } from './record/random/themes.ts';
import { recordCases } from './record/record-cases.ts';
import { VhostPool } from './record/vhost-pool.ts';

/** More would keep the broker so busy that silence says nothing. */
const lanesAtMost = 16;

const { values: options, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    broker: { type: 'string', default: 'amqp://guest:guest@127.0.0.1:5672' },
    management: { type: 'string', default: 'http://guest:guest@127.0.0.1:15672' },
    case: { type: 'string', multiple: true },
    out: { type: 'string' },
    erl: { type: 'string' },
    restart: { type: 'string' },
    lanes: { type: 'string', default: '1' },
    random: { type: 'string' },
    seed: { type: 'string', default: '1' },
    theme: { type: 'string', multiple: true },
  },
});

const file = cases();
const out = options.out ?? positionals[0];

function cases(): RecordableFile {
  const [path] = positionals;
  const isRandom = options.random !== undefined && options.out !== undefined;
  if (positionals.length > 1 || isRandom === (path !== undefined)) {
    return leave('Name one file of cases, or give --random and --out.');
  }
  if (path !== undefined) return JSON.parse(readFileSync(path, 'utf8')) as RecordableFile;
  const known: readonly string[] = themeNames;
  const unknown = options.theme?.filter((name) => !known.includes(name)) ?? [];
  if (unknown.length > 0) return leave(`The themes are ${known.join(', ')}.`);
  const chosen = (options.theme ?? themeNames) as readonly ThemeName[];
  return randomFile(Number(options.random), Number(options.seed), chosen);
}

function leave(why: string): never {
  console.error(`${why} The rest stands in docs/conformance-format.md.`);
  return exit(2);
}

const { hostname: host, port, username: user, password } = new URL(options.broker);
const address = { host, port: Number(port || 5672) };
const login = { user: decodeURIComponent(user), password: decodeURIComponent(password) };
const management = new Management(options.management);
const counts =
  options.erl === undefined ? null : new QueueCounts(options.erl, await management.nodeName());
const version = await versionOf();
const lanes = Math.min(lanesAtMost, Math.max(1, Number(options.lanes)));
const vhosts = new VhostPool(management, login.user);
const place: Place = {
  address,
  management,
  login,
  vhosts,
  counts,
  restart: options.restart ?? null,
};

async function versionOf(): Promise<string> {
  const connection = new AmqpConnection(
    address,
    { ...login, vhost: '/' },
    { arrived: () => {}, gone: () => {} },
  );
  await connection.open();
  connection.drop();
  return connection.serverVersion;
}

const isWanted = (id: string): boolean => options.case === undefined || options.case.includes(id);
const results = await recordCases(
  file.cases.filter(({ id }) => isWanted(id)),
  version,
  place,
  lanes,
  ({ kase, refusal }) => {
    if (refusal !== null) console.error(`${kase.id} ${refusal}`);
  },
);
counts?.end();

const recorded = new Map(results.map(({ kase }) => [kase.id, kase]));
const written = file.cases.map((kase) => recorded.get(kase.id) ?? kase);
writeFileSync(out ?? 'cases.json', writeCaseFile({ ...file, cases: written }));
const refused = results.filter(({ refusal }) => refusal !== null).length;
console.log(`RabbitMQ ${version}: ${results.length - refused} recorded, ${refused} refused`);
exit(refused === 0 ? 0 : 1);
