// Asks the yard about each number that is an argument, all at once, and
// hears the answers through a queue of its own.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();
const reply = await channel.assertQueue('', { exclusive: true });

// Each question gets an id that nobody else will think of.
const open = new Map();
for (const length of process.argv.slice(2))
  open.set(Math.random().toString(36).slice(2), length);

await channel.consume(
  reply.queue,
  async (message) => {
    // The id comes back with the answer and says what it answers.
    const id = message?.properties.correlationId;
    const length = open.get(id);
    if (length === undefined) return;
    open.delete(id);
    console.log(`Length ${length}: ${message.content.toString()} ways`);
    if (open.size === 0) await connection.close();
  },
  { noAck: true },
);

for (const [correlationId, length] of open) {
  const properties = { replyTo: reply.queue, correlationId };
  channel.sendToQueue('yard.ways', Buffer.from(length), properties);
}
