// Hears of incidents of the levels that are its arguments, no others.
const amqp = require('amqplib/callback_api');

const levels = process.argv.slice(2);

amqp.connect(process.env.AMQP_URL ?? 'amqp://localhost', start);

function start(problem, connection) {
  if (problem) throw problem;
  connection.createChannel((problem, channel) => {
    if (problem) throw problem;
    channel.assertExchange('incidents', 'direct');
    channel.assertQueue(
      '',
      { exclusive: true },
      (problem, { queue }) => {
        if (problem) throw problem;
        // One binding for each level. A direct exchange compares the
        // routing key with the key of each binding, letter by letter.
        for (const level of levels)
          channel.bindQueue(queue, 'incidents', level);
        channel.consume(queue, hear, { noAck: true }, () =>
          console.log(`Listens for ${levels.join(' and ')}`),
        );
      },
    );
  });
}

function hear(message) {
  if (message === null) return;
  const { routingKey } = message.fields;
  console.log(`Heard of ${routingKey}: ${message.content.toString()}`);
}
