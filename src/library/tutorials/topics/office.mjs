// Hears of trains whose routing key fits one of the patterns that are
// its arguments. In a pattern * is any one word, # any number of words.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();
await channel.assertExchange('trains', 'topic');

const { queue } = await channel.assertQueue('', { exclusive: true });
const patterns = process.argv.slice(2);
for (const pattern of patterns) {
  // A message that fits two of our patterns still comes once: a queue
  // gets one copy at most.
  await channel.bindQueue(queue, 'trains', pattern);
}

console.log(`Listens for ${patterns.join(' and ')}`);
await channel.consume(
  queue,
  (message) => {
    if (message === null) return;
    const { routingKey } = message.fields;
    console.log(`${routingKey}: ${message.content.toString()}`);
  },
  { noAck: true },
);
