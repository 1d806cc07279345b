/** The same broker, asked with another library. */
import type { BuiltIn } from '../built-in.ts';
import driver from './amqp-client/driver.mjs?raw';
import loader from './amqp-client/loader.mjs?raw';

export const amqpClient: BuiltIn = {
  id: 'programs-amqp-client',
  sentence: 'Confirms, prefetch and a polite goodbye with @cloudamqp/amqp-client.',
  spec: {
    version: 1,
    title: 'Another client library, as programs',
    notes: [
      'The programs use @cloudamqp/amqp-client. Its words differ from those of amqplib; what goes' +
        ' to the broker is the same protocol, and the journal shows the same methods.',
      'The loader awaits each publish: on a confirm channel it waits for the answer of the broker.',
      'The driver leaves with three wagons. It cancels its consumer before it acknowledges the' +
        ' third: in the other order the broker would send a fourth in between. So two wagons stay' +
        ' in the queue.',
      'Try: start the driver again. It gets the two that stayed and waits for a third.',
    ].join('\n\n'),
    latency_ms: 350,
    clients: [
      {
        name: 'loader',
        program: { source: loader, arguments: ['coal', 'milk', 'timber', 'post', 'gravel'] },
      },
      { name: 'driver', program: { source: driver } },
    ],
    positions: {
      'client:loader': [0, 0],
      'queue:wagons': [380, 0],
      'client:driver': [780, 0],
    },
  },
};
