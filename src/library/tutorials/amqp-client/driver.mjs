// Couples a wagon when it hears that one is loaded; leaves with three.
import { AMQPClient } from '@cloudamqp/amqp-client';

const client = new AMQPClient(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const connection = await client.connect();
const channel = await connection.channel();
await channel.queueDeclare('wagons', { durable: true });
await channel.prefetch(1);

console.log('Waiting for wagons');
let coupled = 0;
const consumer = await channel.basicConsume(
  'wagons',
  { noAck: false },
  async (message) => {
    console.log(`Couples ${message.bodyString()}`);
    await new Promise((resolve) => setTimeout(resolve, 700));
    coupled += 1;
    if (coupled < 3) return message.ack();
    // First no more wagons, then the answer for this one: the other way
    // round the broker would send us a fourth in between.
    await consumer.cancel();
    await message.ack();
    console.log('Leaves with 3 wagons');
    await connection.close();
  },
);
