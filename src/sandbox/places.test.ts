/** For all that a program asks of the broker, the line that asked for it. */
import { describe, expect, it } from 'vitest';
import { SandboxedClients } from '../testing/sandboxed-clients.ts';

/** Every asking line carries the method's name in a comment: `// -> queue.declare`. */
async function expectPlaces(source: string): Promise<void> {
  const clients = new SandboxedClients();
  clients.add('program', source);
  await clients.run(5_000);
  expect(clients.failures).toEqual([]);
  expect(clients.asked.length).toBeGreaterThan(4);
  const wrong = clients.asked.filter(({ type, line }) => line?.includes(`// -> ${type}`) !== true);
  expect(wrong).toEqual([]);
}

describe('the line that asked', () => {
  it('is found for promises, in functions and loops, after await and in callbacks', async () => {
    await expectPlaces(`
      import amqp from 'amqplib';
      const connection = await amqp.connect('amqp://localhost'); // -> connection.open
      const channel = await connection.createChannel(); // -> channel.open
      await channel.assertExchange('logs', 'fanout'); // -> exchange.declare
      const { queue } = await channel.assertQueue('one'); // -> queue.declare
      async function bind(name) {
        await null;
        await channel.bindQueue(name, 'logs', ''); // -> queue.bind
      }
      await Promise.all([bind(queue), bind(queue)]);
      await channel.prefetch(2); // -> basic.qos
      class Sender {
        send(text) {
          channel.publish('logs', '', Buffer.from(text)); // -> basic.publish
        }
      }
      const senders = [new Sender(), new Sender()];
      senders.forEach((each, index) => each.send(String(index)));
      setTimeout(() => new Sender().send('later'), 100);
      await channel.consume(queue, (message) => { // -> basic.consume
        if (message.content.toString() === '0') channel.nack(message, false, false); // -> basic.nack
        else Promise.resolve(message).then((each) =>
          channel.ack(each)); // -> basic.ack
      });
      setTimeout(async () => {
        await channel.close(); // -> channel.close
        await connection.close(); // -> connection.close
      }, 1_000);`);
  });

  it('is found for callbacks, also where requests wait for one another', async () => {
    await expectPlaces(`#!/usr/bin/env node
      const amqp = require('amqplib/callback_api');
      amqp.connect('amqp://localhost', (error, connection) => { // -> connection.open
        connection.createConfirmChannel((error, channel) => { // -> channel.open, // -> confirm.select
          channel.assertExchange('direct_logs', 'direct', { durable: false }); // -> exchange.declare
          channel.assertQueue('first', {}); // -> queue.declare
          channel.assertQueue('second', {}); // -> queue.declare
          channel.bindQueue('second', 'direct_logs', 'info'); // -> queue.bind
          setTimeout(() => channel.sendToQueue('first', Buffer.from('1')), 10); // -> basic.publish
          channel.publish('direct_logs', 'info', Buffer.alloc(200_000)); // -> basic.publish
          setTimeout(() => channel.get('first', {}, (error, message) => // -> basic.get
            channel.ack(message)), 20); // -> basic.ack
          channel.consume('second',  // -> basic.consume
            (message) => channel.ack(message), {}, // -> basic.ack
          );
        });
      });`);
  });

  it.each(['new AMQPClient("amqp://localhost")', 'new AMQPWebSocketClient("ws://localhost")'])(
    'is found for %s',
    async (client) => {
      await expectPlaces(`
        import { AMQPClient, AMQPWebSocketClient } from '@cloudamqp/amqp-client';
        const connection = await ${client}.connect(); // -> connection.open
        const channel = await connection.channel(); // -> channel.open
        const declared = channel.queueDeclare('orders'); // -> queue.declare
        channel.exchangeDeclare('logs', 'fanout'); // -> exchange.declare
        await channel.queueBind((await declared).name, 'logs', ''); // -> queue.bind
        await channel.confirmSelect(); // -> confirm.select
        for (const text of ['a', 'b'])
          channel.basicPublish('logs', '', text); // -> basic.publish
        await channel.basicConsume('orders', { noAck: false }, (message) => { // -> basic.consume
          message.ack(); // -> basic.ack
        });
        await channel.basicPublish('logs', '', 'c'.repeat(50_000)); // -> basic.publish
        setTimeout(() => connection.close(), 500); // -> connection.close`);
    },
  );

  it('is told for what a program prints, and what it opens', async () => {
    const clients = new SandboxedClients();
    clients.add(
      'program',
      "const say = (what) => {\n  console.log(what);\n};\nsay(1);\nrequire('net').connect(5672);",
    );
    await clients.run(10);
    expect(clients.outputs).toMatchObject([
      { type: 'console', place: { line: 2, column: 14 } },
      { type: 'connect', place: { line: 5 } },
    ]);
  });

  it('counts the columns of the first line from its beginning', async () => {
    const clients = new SandboxedClients();
    clients.add('common', "console.log('a');");
    clients.add('module', "console.log('a'); export {};");
    await clients.run(10);
    expect(clients.outputs.map((output) => 'place' in output && output.place)).toEqual([
      { line: 1, column: 12 },
      { line: 1, column: 12 },
    ]);
  });
});
