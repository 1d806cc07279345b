// Looks how full the coach is, and lets one passenger get off.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createChannel();

// Until those who book have done so.
await new Promise((resolve) => setTimeout(resolve, 6000));

// To check a queue is to declare it passively: nothing is made, and how
// many messages wait is in the answer.
const { messageCount } = await channel.checkQueue('coach');
console.log(`${messageCount} seats are taken`);

// One message, asked for and not pushed; false where there is none.
const message = await channel.get('coach');
if (message === false) console.log('The coach is empty');
else {
  console.log(`${message.content.toString()} gets off`);
  channel.ack(message);
}

await channel.close();
await connection.close();
