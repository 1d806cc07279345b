// Tells what happens to trains. Each argument is the routing key of a
// message: the line, the kind of train, and what is the matter.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();
await channel.assertExchange('trains', 'topic');

for (const key of process.argv.slice(2)) {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  // Words with dots between them. What the words mean, and how many
  // there are, publishers and subscribers agree on.
  const [line, kind, what] = key.split('.');
  const text = `A train (${kind}) of line ${line} is ${what}`;
  channel.publish('trains', key, Buffer.from(text));
  console.log(`Told of ${key}`);
}

await channel.close();
await connection.close();
