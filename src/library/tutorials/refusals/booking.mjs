// Books seats in a coach that has three: the queue is no longer than
// that, and what comes on top is refused, and not lost without a word.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createConfirmChannel();
await channel.assertQueue('coach', {
  arguments: { 'x-max-length': 3, 'x-overflow': 'reject-publish' },
});

// The broker answers a refused publish with a nack, and amqplib calls
// back with an error. This promise is kept either way.
const book = (name) =>
  new Promise((answered) => {
    channel.sendToQueue('coach', Buffer.from(name), {}, (problem) => {
      console.log(
        `${name}: ${problem ? 'no seat left' : 'has a seat'}`,
      );
      answered();
    });
  });
const answers = process.argv.slice(2).map(book);

try {
  await channel.waitForConfirms();
} catch (problem) {
  // Thrown at the first nack: later answers may still be on their way.
  console.log(`Not everybody has a seat: ${problem.message}`);
}
await Promise.all(answers);
await connection.close();
