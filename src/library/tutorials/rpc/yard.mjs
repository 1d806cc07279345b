// Answers a question: in how many ways can wagons of length 2 and 3 be
// coupled to a train of exactly this length?
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();
await channel.assertQueue('yard.ways');
// One question at a time: several yards can then share the queue.
await channel.prefetch(1);

const ways = (length) => {
  if (length <= 0) return length === 0 ? 1 : 0;
  return ways(length - 2) + ways(length - 3);
};

console.log('Waiting for questions');
await channel.consume('yard.ways', (message) => {
  if (message === null) return;
  const length = Number(message.content.toString());
  console.log(`Asked about ${length}`);

  // Where to answer, and which question it was, the caller has said.
  const { replyTo, correlationId } = message.properties;
  const answer = Buffer.from(String(ways(length)));
  channel.sendToQueue(replyTo, answer, { correlationId });
  channel.ack(message);
});
