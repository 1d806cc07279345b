// Takes repairs from the queue, one at a time. Start as many of these
// as you like: they share the work.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();
await channel.assertQueue('repairs', { durable: true });

// No second repair before the first is acknowledged. Without this the
// broker deals the messages out in turn, whoever is busy or idle.
await channel.prefetch(1);

console.log('Ready to work');
await channel.consume('repairs', async (message) => {
  if (message === null) return;
  const repair = message.content.toString();
  const again = message.fields.redelivered ? ', again' : '';
  console.log(`Begins ${repair}${again}`);

  const dots = repair.split('.').length - 1;
  await new Promise((resolve) => setTimeout(resolve, dots * 500));

  console.log(`Done with ${repair}`);
  // Only now the broker forgets the message. Had we died before, it
  // would have given the repair to somebody else.
  channel.ack(message);
});
