// Loads wagons and tells the engine driver of each. Another library,
// @cloudamqp/amqp-client, for the same broker.
import { AMQPClient } from '@cloudamqp/amqp-client';

const client = new AMQPClient(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const connection = await client.connect();
const channel = await connection.channel();
await channel.queueDeclare('wagons', { durable: true });

// With confirms, basicPublish gives a promise that waits for the
// broker's answer and fails if the answer is no.
await channel.confirmSelect();
for (const wagon of process.argv.slice(2)) {
  // The empty name is the default exchange: the key names a queue.
  await channel.basicPublish('', 'wagons', wagon, { deliveryMode: 2 });
  console.log(`Loaded and confirmed: ${wagon}`);
}

await connection.close();
