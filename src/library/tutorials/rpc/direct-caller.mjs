// Asks the yard one question and hears the answer without any queue:
// the broker passes it on to the channel that asked.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();

// This name is no queue. To consume from it, without acknowledgements
// and before asking, is how one says that answers may come this way.
const replyTo = 'amq.rabbitmq.reply-to';
const length = process.argv[2] ?? '10';

await channel.consume(
  replyTo,
  async (message) => {
    if (message === null) return;
    console.log(`Length ${length}: ${message.content.toString()} ways`);
    await connection.close();
  },
  { noAck: true },
);

// In what the yard receives, the broker has put a name in place of
// this one that leads back here.
channel.sendToQueue('yard.ways', Buffer.from(length), { replyTo });
console.log(`Asked about ${length}`);
