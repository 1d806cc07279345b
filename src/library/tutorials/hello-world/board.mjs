// Shows every departure that it hears of, until it is stopped.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();
await channel.assertQueue('departures');

console.log('Waiting for departures');
// From now on the broker pushes: this function is called for each
// message. With noAck a message counts as done once it is sent to us.
await channel.consume(
  'departures',
  (message) => {
    // Null says that the broker has ended the subscription, for
    // instance because somebody has deleted the queue.
    if (message === null) return;
    console.log(`Board: ${message.content.toString()}`);
  },
  { noAck: true },
);
