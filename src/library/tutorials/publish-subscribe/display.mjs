// Shows on a platform what is announced while it runs.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();
await channel.assertExchange('announcements', 'fanout');

// A queue of our own. The broker thinks of a name, nobody else may use
// it (exclusive), and it is deleted when our connection goes.
const { queue } = await channel.assertQueue('', { exclusive: true });
// From here on copies come in; what was announced before is gone.
await channel.bindQueue(queue, 'announcements', '');

const platform = process.argv[2] ?? 'Everywhere';
console.log(`${platform} listens`);
await channel.consume(
  queue,
  (message) => {
    if (message !== null)
      console.log(`${platform}: ${message.content.toString()}`);
  },
  { noAck: true },
);
