/** The smallest RabbitMQ there is: one producer, one queue, one consumer. */
import type { BuiltIn } from './built-in.ts';

export const helloWorld: BuiltIn = {
  id: 'hello-world',
  sentence: 'One producer, one queue, one consumer, and the default exchange between them.',
  spec: {
    version: 1,
    title: 'Hello world',
    notes: [
      'The sender publishes to the default exchange, the one without a name. Every queue is bound' +
        ' to it by its own name, so the routing key hello reaches the queue hello.',
      'A message stays in the queue, unacknowledged, while the receiver works on it. Only the' +
        ' acknowledgement takes it out.',
      'Try: stop the receiver and watch messages wait, then start it again. Change the routing key' +
        ' to hallo: no queue has that name, and the messages are dropped without a word.',
    ].join('\n\n'),
    queues: [{ name: 'hello' }],
    clients: [
      {
        name: 'sender',
        publishers: [
          {
            routing_key: 'hello',
            rate: { kind: 'steady', per_second: 0.5 },
            body: 'Hello, number {n}',
          },
        ],
      },
      { name: 'receiver', consumers: [{ queue: 'hello', work_ms: 600 }] },
    ],
    positions: {
      'client:sender': [0, 10],
      'queue:hello': [370, 0],
      'client:receiver': [760, 0],
    },
  },
};
