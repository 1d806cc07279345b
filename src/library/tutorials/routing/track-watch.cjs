// Reports incidents, each with its level: danger, warning or note.
// Written with callbacks and require, as many a service still is.
const amqp = require('amqplib/callback_api');

amqp.connect(process.env.AMQP_URL ?? 'amqp://localhost', start);

function start(problem, connection) {
  if (problem) throw problem;
  connection.createChannel((problem, channel) => {
    if (problem) throw problem;
    channel.assertExchange('incidents', 'direct');
    const reports = process.argv.slice(2);

    setTimeout(function next() {
      const report = reports.shift();
      if (report === undefined)
        return channel.close(() => connection.close());
      // An argument reads "danger: A tree has fallen". What is before
      // the colon is the routing key.
      const [level, text] = report.split(': ');
      channel.publish('incidents', level, Buffer.from(text));
      console.log(`Reported as ${level}: ${text}`);
      setTimeout(next, 1000);
    }, 4000);
  });
}
