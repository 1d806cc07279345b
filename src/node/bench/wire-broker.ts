/** Our broker, in a process of its own. */
import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';

export interface WireBroker {
  readonly url: string;
  readonly end: () => void;
}

export async function startWireBroker(): Promise<WireBroker> {
  const child = spawn(execPath, ['scripts/run.mjs', 'src/node/broker.ts', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const address = /amqp:\/\/\S+/.exec(line)?.[0];
    if (address === undefined) continue;
    child.stdout.resume();
    return { url: address, end: () => child.kill() };
  }
  throw new Error('the broker ended before it listened');
}
