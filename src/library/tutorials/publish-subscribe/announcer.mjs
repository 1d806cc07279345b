// Announces something to all who listen, whoever they are.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();

// This program knows of no queue: it publishes to an exchange, and a
// fanout exchange gives every queue that is bound to it a copy.
await channel.assertExchange('announcements', 'fanout');

for (const text of process.argv.slice(2)) {
  // Nobody has to be there: with no queue bound the message is dropped.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  // A fanout exchange does not look at the routing key; it stays empty.
  channel.publish('announcements', '', Buffer.from(text));
  console.log(`Announced: ${text}`);
}

await channel.close();
await connection.close();
