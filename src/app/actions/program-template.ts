/** What a new program begins with: small, whole, and something to see at once. */

export const programTemplate = `import amqp from 'amqplib';

const connection = await amqp.connect('amqp://localhost');
const channel = await connection.createChannel();

const queue = 'hello';
await channel.assertQueue(queue);

// What comes out of the queue goes to the console.
await channel.consume(queue, (message) => {
  console.log('Received:', message.content.toString());
  channel.ack(message);
});

// And something goes in every second.
let count = 0;
setInterval(() => {
  count += 1;
  const text = \`Hello \${count}\`;
  channel.sendToQueue(queue, Buffer.from(text));
}, 1000);
`;
