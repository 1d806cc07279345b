/**
 * npm run broker -- [--port 5672] [--host 127.0.0.1] [--profile 4.0] [--scenario FILE]
 *   [--vhost NAME] [--management-port NUMBER]
 *
 * A RabbitMQ for a terminal: any client library connects to it over TCP. `--help` says more.
 */
import { performance } from 'node:perf_hooks';
import process, { argv, exit } from 'node:process';
import { readCommandLine, usage } from './broker/command-line.ts';
import { startBroker } from './broker/start-broker.ts';
import type { StartedBroker } from './broker/start-broker.ts';
import { UserError } from './broker/user-error.ts';

const echoMs = 300;

try {
  const wish = readCommandLine(argv.slice(2));
  if (wish === null) {
    console.log(usage);
  } else {
    const started = await startBroker(wish);
    for (const refusal of started.refusals) console.error(`Left out of the scenario: ${refusal}`);
    const { running, port, managementPort } = started;
    const management =
      managementPort === null
        ? ''
        : `, its management API at http://${wish.host}:${managementPort}`;
    const { name } = running.broker.profile;
    console.log(`Warren ${name} listens at amqp://${wish.host}:${port}${management}`);
    closeWhenAsked(started);
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  exit(2);
}

/** Once is polite; whoever asks again does not want to wait. */
function closeWhenAsked(started: StartedBroker): void {
  let askedAt = -Infinity;
  const close = async (): Promise<void> => {
    const now = performance.now();
    // npm passes on the Ctrl-C that the terminal has already told us of.
    if (now - askedAt < echoMs) return;
    if (askedAt > -Infinity) exit(1);
    askedAt = now;
    await started.close();
    exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void close());
}
