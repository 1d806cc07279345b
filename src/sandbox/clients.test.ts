/** Unmodified amqplib and @cloudamqp/amqp-client in the sandbox, with a broker at the other end. */
import { describe, expect, it } from 'vitest';
import { SandboxedClients } from '../testing/sandboxed-clients.ts';

const receiver = `#!/usr/bin/env node
var amqp = require('amqplib/callback_api');

amqp.connect('amqp://localhost', function (error0, connection) {
  if (error0) throw error0;
  connection.createChannel(function (error1, channel) {
    if (error1) throw error1;
    var queue = 'hello';
    channel.assertQueue(queue, { durable: false });
    console.log(' [*] Waiting for messages in %s.', queue);
    channel.consume(queue, function (msg) {
      console.log(' [x] Received %s', msg.content.toString());
    }, { noAck: true });
  });
});
`;

const sender = `import amqp from 'amqplib';
const connection = await amqp.connect('amqp://guest:guest@localhost:5672/%2f');
const channel = await connection.createChannel();
await channel.assertQueue('hello', { durable: false });
channel.sendToQueue('hello', Buffer.from('Hello World!'));
console.log('sent', process.argv[2]);
await channel.close();
await connection.close();
console.log('closed');
`;

describe('amqplib in the sandbox', () => {
  it('says hello by promises to one that listens by callbacks', async () => {
    const clients = new SandboxedClients();
    clients.add('receive', receiver);
    clients.add('send', sender, ['it']);
    await clients.run(1_000);
    expect(clients.failures).toEqual([]);
    expect(clients.lines).toEqual([
      'receive 0:  [*] Waiting for messages in hello.',
      'send 0: sent it',
      'receive 0:  [x] Received Hello World!',
      'send 0: closed',
    ]);
    expect(clients.outputs.at(-1)).not.toMatchObject({ type: 'stopped' });
  });

  it('waits for confirms, one by one and all together', async () => {
    const clients = new SandboxedClients();
    clients.add(
      'publisher',
      `import amqp from 'amqplib';
       const connection = await amqp.connect('amqp://localhost');
       const channel = await connection.createConfirmChannel();
       await channel.assertQueue('orders', { arguments: { 'x-queue-type': 'quorum' } });
       channel.publish('', 'orders', Buffer.from('1'), {}, (error) => console.log('confirmed', error));
       for (let i = 0; i < 100; i++) channel.sendToQueue('orders', Buffer.from(String(i)));
       await channel.waitForConfirms();
       console.log((await channel.checkQueue('orders')).messageCount);`,
    );
    await clients.run(5_000);
    expect(clients.failures).toEqual([]);
    expect(clients.lines.map((line) => line.replace(/\d+:/, ':'))).toEqual([
      'publisher : confirmed null',
      'publisher : 101',
    ]);
  });

  it('answers calls, acks, and takes what is returned', async () => {
    const clients = new SandboxedClients();
    clients.add(
      'server',
      `const amqp = require('amqplib/callback_api');
       amqp.connect('amqp://localhost', (error, connection) => connection.createChannel((error, channel) => {
         channel.assertQueue('rpc_queue', { durable: false });
         channel.prefetch(1);
         channel.consume('rpc_queue', (msg) => {
           setTimeout(() => {
             channel.sendToQueue(msg.properties.replyTo, Buffer.from(String(2 * msg.content.toString())),
               { correlationId: msg.properties.correlationId, headers: { twice: [1, { deep: true }] } });
             channel.ack(msg);
           }, 500);
         });
       }));`,
    );
    clients.add(
      'client',
      `import amqp from 'amqplib';
       import { randomUUID } from 'node:crypto';
       const connection = await amqp.connect('amqp://localhost');
       const channel = await connection.createChannel();
       channel.on('return', ({ fields }) => console.log('returned', fields.replyText));
       channel.publish('', 'nowhere', Buffer.from('x'), { mandatory: true });
       const { queue } = await channel.assertQueue('', { exclusive: true });
       const correlationId = randomUUID();
       await channel.consume(queue, (msg) => {
         console.log(msg.properties.correlationId === correlationId, msg.content.toString(), msg.properties.headers);
       }, { noAck: true });
       channel.sendToQueue('rpc_queue', Buffer.from('21'), { correlationId, replyTo: queue });`,
    );
    await clients.run(5_000);
    expect(clients.failures).toEqual([]);
    expect(clients.lines).toEqual([
      'client 0: returned NO_ROUTE',
      'client 500: true 42 { twice: [ 1, { deep: true } ] }',
    ]);
  });
});

describe('a connection that goes', () => {
  it('tells an amqplib program that it was cut, and lets it connect anew', async () => {
    const clients = new SandboxedClients();
    clients.add(
      'stubborn',
      `import amqp from 'amqplib';
       async function work() {
         const connection = await amqp.connect('amqp://localhost');
         console.log('connected');
         connection.on('error', ({ message }) => console.log('error', message));
         connection.on('close', () => { console.log('closed'); setTimeout(work, 2_000); });
       }
       await work();`,
    );
    await clients.run(1_000);
    clients.cut('stubborn');
    await clients.run(5_000);
    expect(clients.failures).toEqual([]);
    expect(clients.lines).toEqual([
      'stubborn 0: connected',
      'stubborn 1000: error read ECONNRESET',
      'stubborn 1000: closed',
      'stubborn 3000: connected',
    ]);
  });

  it('tells a cloudamqp program that it was cut', async () => {
    const clients = new SandboxedClients();
    clients.add(
      'watchful',
      `import { AMQPClient } from '@cloudamqp/amqp-client';
       const client = new AMQPClient('amqp://localhost');
       client.ondisconnect = (error) => console.log('gone', error.message);
       await client.connect();`,
    );
    await clients.run(1_000);
    clients.cut('watchful');
    await clients.run(2_000);
    expect(clients.lines).toEqual(['watchful 1000: gone read ECONNRESET']);
  });

  it('fails for a wrong password as the library has it', async () => {
    const clients = new SandboxedClients();
    clients.add('stranger', `require('amqplib').connect('amqp://me:wrong@localhost');`);
    await clients.run(1_000);
    expect(clients.failures).toEqual([
      expect.stringContaining('Handshake terminated by server: 403 (ACCESS-REFUSED)'),
    ]);
  });

  it('ends on the side of the program when it exits', async () => {
    const clients = new SandboxedClients();
    clients.add(
      'brief',
      `var amqp = require('amqplib/callback_api');
       amqp.connect('amqp://localhost', function (error, connection) {
         connection.createChannel(function (error, channel) {
           channel.assertQueue('task');
           channel.sendToQueue('task', Buffer.from('work'));
         });
         setTimeout(function () { connection.close(); process.exit(0); }, 500);
       });`,
    );
    await clients.run(2_000);
    expect(clients.asked.map(({ type }) => type)).toEqual([
      'connection.open',
      'channel.open',
      'queue.declare',
      'basic.publish',
      'connection.close',
    ]);
    expect(clients.outputs.slice(-2)).toMatchObject([
      { type: 'end', at: 500 },
      { type: 'exited', code: 0, at: 500, place: { line: 7 } },
    ]);
  });
});

describe('a program with a broker', () => {
  it('does the same for the same seed, to the byte', async () => {
    const told = async (seed: number) => {
      const clients = new SandboxedClients(seed);
      clients.add('receive', receiver);
      clients.add('send', sender.replace("'Hello World!'", 'String(Math.random())'), ['it']);
      await clients.run(1_000);
      return clients.outputs;
    };
    const [one, two, other] = [await told(1), await told(1), await told(2)];
    expect(one).toEqual(two);
    expect(one).not.toEqual(other);
  });
});

describe('@cloudamqp/amqp-client in the sandbox', () => {
  const program = (connect: string): string => `
    import { AMQPClient, AMQPWebSocketClient } from '@cloudamqp/amqp-client';
    const connection = await ${connect}.connect();
    const channel = await connection.channel();
    const queue = await channel.queueDeclare('hello', { durable: true });
    await channel.confirmSelect();
    await channel.basicConsume(queue.name, { noAck: false }, async (message) => {
      console.log(message.bodyString(), message.properties.headers);
      await message.ack();
    });
    await channel.basicPublish('', queue.name, 'Hello World', { headers: { number: 1 } });
    console.log('confirmed');
    await channel.basicPublish('', queue.name, 'x'.repeat(300_000));
    setTimeout(async () => { await connection.close(); console.log('closed'); }, 1_000);`;

  it.each(['new AMQPClient("amqp://localhost")', 'new AMQPWebSocketClient("ws://localhost/ws")'])(
    'publishes and consumes with %s',
    async (connect) => {
      const clients = new SandboxedClients();
      clients.add('both', program(connect));
      await clients.run(3_000);
      expect(clients.failures).toEqual([]);
      expect([...clients.lines].sort().map((line) => line.slice(0, 60))).toEqual([
        'both 0: Hello World { number: 1 }',
        'both 0: confirmed',
        `both 0: ${'x'.repeat(52)}`,
        'both 1000: closed',
      ]);
    },
  );
});
