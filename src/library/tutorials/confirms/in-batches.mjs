// Sells tickets five at a time: it sends a batch and then waits for the
// answers to all of it. Should one be refused, we only know that
// something in the batch was.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createConfirmChannel();
await channel.assertQueue('tickets');

const began = Date.now();
for (let number = 1; number <= 10; number += 1) {
  const ticket = Buffer.from(`ticket ${number}, in batches`);
  channel.sendToQueue('tickets', ticket, { persistent: true });
  if (number % 5 === 0) {
    await channel.waitForConfirms();
    console.log(`All tickets up to ${number} are safe`);
  }
}
console.log(`10 tickets took ${Date.now() - began} ms`);

await channel.close();
await connection.close();
