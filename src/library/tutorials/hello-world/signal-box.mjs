// Tells of the departures it is given, one after the other, and is done.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();

// Both programs declare the queue: neither knows which of them comes
// first. For the second one it is there already, and nothing happens.
await channel.assertQueue('departures');

for (const departure of process.argv.slice(2)) {
  // Behind this is the default exchange, which hands the message to
  // the queue of that name. A body is bytes; what they say is up to us.
  channel.sendToQueue('departures', Buffer.from(departure));
  console.log(`Sent: ${departure}`);
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

// First the channel, then the connection: what was sent before is out.
await channel.close();
await connection.close();
