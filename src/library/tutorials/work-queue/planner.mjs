// Puts repairs into the queue as they come up, one for each argument.
// The dots of a repair say how long it takes.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();

// Durable: the queue itself outlives a restart of the broker …
await channel.assertQueue('repairs', { durable: true });

for (const repair of process.argv.slice(2)) {
  await new Promise((resolve) => setTimeout(resolve, 300));
  // … and persistent: so does the message in it. It takes both.
  channel.sendToQueue('repairs', Buffer.from(repair), {
    persistent: true,
  });
  console.log(`Planned: ${repair}`);
}

await channel.close();
await connection.close();
