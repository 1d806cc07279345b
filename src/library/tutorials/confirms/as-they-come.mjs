// Sells tickets without waiting, and hears of each one by itself. So it
// is as fast as can be, and knows exactly which ticket is safe.
import amqp from 'amqplib';

const connection = await amqp.connect(
  process.env.AMQP_URL ?? 'amqp://localhost',
);
const channel = await connection.createConfirmChannel();
await channel.assertQueue('tickets');

const began = Date.now();
for (let number = 1; number <= 10; number += 1) {
  const ticket = Buffer.from(`ticket ${number}, as they come`);
  channel.sendToQueue(
    'tickets',
    ticket,
    { persistent: true },
    (problem) => {
      // Called once the broker has answered for this very ticket.
      console.log(
        `Ticket ${number} is ${problem ? 'refused' : 'safe'}`,
      );
    },
  );
}
// Before we go, every answer has to be there.
await channel.waitForConfirms();
console.log(`10 tickets took ${Date.now() - began} ms`);

await channel.close();
await connection.close();
