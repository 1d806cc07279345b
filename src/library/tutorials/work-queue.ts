/** Long tasks for several workers: fair dispatch, and messages that outlive a restart. */
import type { BuiltIn } from '../built-in.ts';
import mechanic from './work-queue/mechanic.mjs?raw';
import planner from './work-queue/planner.mjs?raw';

export const workQueue: BuiltIn = {
  id: 'programs-work-queue',
  sentence: 'Two mechanics run the same program and share repairs, short ones and long ones.',
  spec: {
    version: 1,
    title: 'Work queue, as programs',
    notes: [
      'Each dot of a repair is half a second of work. Both mechanics run the same text; with' +
        ' prefetch(1) each gets its next repair when it has acknowledged the last. While one has' +
        ' the brakes in hand, the other does the small things.',
      'The acknowledgement comes when the work is done, so what waits and what is in hand are both' +
        ' safe with the broker.',
      'Try: stop a mechanic in the middle of a repair. It goes back to the queue and the other one' +
        ' says "again", since the message is marked as redelivered. Or stop both, restart the' +
        ' broker, and start one: queue and messages are still there, because the one is durable' +
        ' and the others are persistent. Without prefetch(1), repairs are dealt out in turn.',
    ].join('\n\n'),
    latency_ms: 350,
    clients: [
      {
        name: 'planner',
        program: {
          source: planner,
          arguments: ['brakes....', 'door.', 'axle..', 'window.', 'bell.', 'seat..', 'horn...'],
        },
      },
      { name: 'mechanic-1', program: { source: mechanic } },
      { name: 'mechanic-2', program: { source: mechanic } },
    ],
    positions: {
      'client:planner': [0, 80],
      'queue:repairs': [380, 80],
      'client:mechanic-1': [780, 0],
      'client:mechanic-2': [780, 170],
    },
  },
};
