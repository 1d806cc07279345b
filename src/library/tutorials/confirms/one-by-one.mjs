// Sells tickets and waits after each until the broker has it for sure.
// Safe and simple, and slow: every ticket costs a whole round trip.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
// On a channel like this the broker answers every publish.
const channel = await connection.createConfirmChannel();
await channel.assertQueue('tickets');

const began = Date.now();
for (let number = 1; number <= 5; number += 1) {
  const ticket = Buffer.from(`ticket ${number}, one by one`);
  channel.sendToQueue('tickets', ticket, { persistent: true });
  await channel.waitForConfirms();
  console.log(`Ticket ${number} is safe`);
}
console.log(`5 tickets took ${Date.now() - began} ms`);

await channel.close();
await connection.close();
