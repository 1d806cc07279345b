/** The program `npm run broker` as a process of its own: what it says, and how it ends. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { connect } from 'amqplib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'warren-broker-'));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start(...words: readonly string[]) {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'src/node/broker.ts', ...words]);
  children.push(child);
  return child;
}

/** The line it prints when it listens, and the process. */
async function listening(...words: readonly string[]) {
  const child = start('--port', '0', ...words);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const port = /amqp:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1] ?? '';
  return { child, line, at: `127.0.0.1:${port}` };
}

async function refusal(...words: readonly string[]) {
  const child = start(...words);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { said: said.trim(), code };
}

describe('npm run broker', () => {
  it('says where it listens, serves, and says goodbye at SIGTERM', async () => {
    const { child, line, at } = await listening('--profile', '3.10', '--vhost', 'mine');
    expect(line).toBe(`Warren 3.10 listens at amqp://${at}`);
    const connection = await connect(`amqp://guest:guest@${at}/mine`);
    const { version } = connection.connection.serverProperties;
    expect(version).toBe('3.10.8');
    const closed = new Promise<Error>((told) =>
      connection.on('close', (error) => told(error as Error)),
    );
    connection.on('error', () => {});
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await closed).message).toContain(
      `320 (CONNECTION-FORCED) with message "CONNECTION_FORCED - broker forced connection closure with reason 'shutdown'"`,
    );
    expect(await ended).toEqual([0, null]);
  });

  it('begins with a scenario and offers the management API', async () => {
    const file = join(folder, 'orders.json');
    writeFileSync(
      file,
      JSON.stringify({
        version: 1,
        profile: '3.10',
        users: [{ name: 'anna', tags: [] }],
        permissions: [{ user: 'anna', vhost: '/', configure: '', write: '.*', read: '.*' }],
        exchanges: [{ name: 'orders', type: 'topic' }],
        queues: [{ name: 'invoices', durable: true }],
        bindings: [{ source: 'orders', destination: 'invoices', routing_key: 'order.#' }],
        clients: [{ name: 'shop', publishers: [{ exchange: 'orders', routing_key: 'order.new' }] }],
      }),
    );
    const { line, at } = await listening('--scenario', file, '--management-port', '0');
    const management = /management API at (\S+)$/.exec(line)?.[1] ?? '';
    const connection = await connect(`amqp://anna:anna@${at}`);
    connection.on('error', () => {});
    const channel = await connection.createConfirmChannel();
    channel.publish('orders', 'order.new', Buffer.from('m'));
    await channel.waitForConfirms();
    // The scenario's own publisher does not run.
    expect(await channel.get('invoices')).toMatchObject({ fields: { messageCount: 0 } });
    const answer = await fetch(`${management}/api/overview`, {
      headers: { authorization: `Basic ${btoa('guest:guest')}` },
    });
    expect(await answer.json()).toMatchObject({ rabbitmq_version: '3.10.8' });
    await connection.close();
  });

  it('says in a sentence what is wrong, and ends', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const [option, address] = await Promise.all([
      refusal('--profile', '9'),
      refusal('--port', String(port)),
    ]);
    taken.close();
    expect(option).toEqual({ code: 2, said: '--profile is 3.10 or 4.0, not “9”.' });
    expect(address).toEqual({
      code: 2,
      said: `Cannot listen at 127.0.0.1:${port}: another program listens there.`,
    });
  });
});
