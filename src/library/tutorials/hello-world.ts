/** The first programs one writes for RabbitMQ: one sends, the other receives. */
import type { BuiltIn } from '../built-in.ts';
import board from './hello-world/board.mjs?raw';
import signalBox from './hello-world/signal-box.mjs?raw';

export const helloWorld: BuiltIn = {
  id: 'programs-hello-world',
  sentence: 'Two programs of twenty lines: one sends to a queue, the other receives.',
  spec: {
    version: 1,
    title: 'Hello world, as programs',
    notes: [
      'Both boxes are programs for Node that use amqplib. Nothing else is given: the queue is there' +
        ' once one of them has declared it.',
      'Watch how much there is to say before the first message: each await is a question to the' +
        ' broker and its answer. In the program, the line is marked that caused what you see.',
      'The signal box closes its connection and is done; the board goes on waiting. Since it' +
        ' consumes without acknowledgements (noAck), a message leaves the queue once it is sent.',
      'Try: start the signal box again when it is done. Stop the board first, and the departures' +
        ' wait in the queue until it is back.',
    ].join('\n\n'),
    latency_ms: 350,
    clients: [
      {
        name: 'signal-box',
        program: {
          source: signalBox,
          arguments: ['9:41 to Bergen', '9:52 to Oslo', '10:05 to Voss'],
        },
      },
      { name: 'board', program: { source: board } },
    ],
    positions: {
      'client:signal-box': [0, 0],
      'queue:departures': [380, 0],
      'client:board': [780, 0],
    },
  },
};
