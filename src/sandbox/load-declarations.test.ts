/** The types that the editor gets are enough for programs as RabbitMQ's tutorials have them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDeclarations } from '#sandbox';

const folder = mkdtempSync(join(tmpdir(), 'declarations-'));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** What TypeScript has to say about a program, as an editor would ask it. */
function complaints(file: string, source: string): readonly string[] {
  put(file, source);
  const options = ['--noEmit', '--allowJs', '--checkJs', '--skipLibCheck', '--target', 'es2022'];
  const modules = ['--module', 'esnext', '--moduleResolution', 'bundler', '--types', ''];
  const files = ['globals.d.ts', 'modules.d.ts', file];
  try {
    execFileSync(
      resolve('node_modules/.bin/tsc'),
      [...options, ...modules, '--lib', 'es2023', '--ignoreConfig', ...files],
      { cwd: folder, encoding: 'utf8' },
    );
    return [];
  } catch (error) {
    return (error as { stdout: string }).stdout.trim().split('\n');
  }
}

beforeAll(async () => {
  for (const { path, text } of await loadDeclarations()) put(path, text);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('knows amqplib by promises', () => {
  const found = complaints(
    'promises.mjs',
    `import amqp from 'amqplib';
     import { randomUUID } from 'node:crypto';
     import { setTimeout as wait } from 'node:timers/promises';
     const connection = await amqp.connect(process.env.AMQP_URL ?? 'amqp://localhost');
     connection.on('error', (error) => console.error(error.message));
     const channel = await connection.createConfirmChannel();
     const { queue } = await channel.assertQueue(randomUUID(), { arguments: { 'x-queue-type': 'quorum' } });
     await channel.consume(queue, (message) => {
       if (message === null) return;
       console.log(message.content.toString('utf8'), message.properties.headers?.a);
       channel.ack(message);
     });
     channel.sendToQueue(queue, Buffer.from('x'), { persistent: true });
     await channel.waitForConfirms();
     const timer = setInterval(() => channel.publish('', queue, Buffer.alloc(3)), 100);
     await wait(1_000);
     clearInterval(timer);
     process.exit(0);`,
  );
  expect(found).toEqual([]);
});

it('knows amqplib by callbacks', () => {
  const found = complaints(
    'callbacks.js',
    `#!/usr/bin/env node
     var amqp = require('amqplib/callback_api');
     amqp.connect('amqp://localhost', function (error0, connection) {
       if (error0) throw error0;
       connection.createChannel(function (error1, channel) {
         channel.assertQueue('hello', { durable: false });
         channel.consume('hello', function (msg) { console.log(msg?.content.toString()); }, { noAck: true });
         channel.sendToQueue('hello', Buffer.from(process.argv.slice(2).join(' ')));
       });
       setTimeout(function () { connection.close(); process.exit(0); }, 500);
     });`,
  );
  expect(found).toEqual([]);
});

it('knows @cloudamqp/amqp-client', () => {
  const found = complaints(
    'cloudamqp.mjs',
    `import { AMQPClient, AMQPWebSocketClient } from '@cloudamqp/amqp-client';
     const connection = await new AMQPClient('amqp://localhost').connect();
     const channel = await connection.channel();
     const queue = await channel.queueDeclare('hello', { durable: true });
     await channel.basicConsume(queue.name, { noAck: false }, async (message) => {
       console.log(message.bodyString());
       await message.ack();
     });
     await channel.basicPublish('', queue.name, 'Hello', { deliveryMode: 2 });
     new AMQPWebSocketClient('ws://localhost/ws');`,
  );
  expect(found).toEqual([]);
});

it('tells of what there is not', () => {
  const found = complaints(
    'wrong.mjs',
    `import amqp from 'amqplib';
     import fs from 'node:fs';
     const connection = await amqp.connect('amqp://localhost');
     await connection.makeChannel();
     fetch('http://example.org');`,
  );
  expect(found.map((line) => line.replace(/^wrong\.mjs\((\d+),.*?: error /, '$1 '))).toEqual([
    expect.stringContaining("2 TS2591: Cannot find name 'node:fs'"),
    expect.stringContaining("4 TS2339: Property 'makeChannel' does not exist"),
    expect.stringContaining("5 TS2304: Cannot find name 'fetch'"),
  ]);
});
