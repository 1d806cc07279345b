/** Three ways to know that what one has published is safe. */
import type { BuiltIn } from '../built-in.ts';
import asTheyCome from './confirms/as-they-come.mjs?raw';
import inBatches from './confirms/in-batches.mjs?raw';
import oneByOne from './confirms/one-by-one.mjs?raw';

export const confirms: BuiltIn = {
  id: 'programs-confirms',
  sentence: 'Waiting for each confirm, for a batch of them, or for none: three programs race.',
  spec: {
    version: 1,
    title: 'Publisher confirms, as programs',
    notes: [
      'A publish has no answer of its own accord: a message can be lost on the way, and the' +
        ' publisher never knows. On a confirm channel the broker answers each publish once it has' +
        ' taken responsibility for the message.',
      'All three sell tickets to one queue. One by one waits for each confirm: 5 tickets, 5 round' +
        ' trips. In batches waits for 5 at a time: 10 tickets, 2 round trips. As they come never' +
        ' waits, and is told of each ticket by a callback: 10 tickets, one round trip.',
      'In the journal, each program says how long it took.',
      'Try: raise the latency to 2000 ms and see who suffers.',
    ].join('\n\n'),
    latency_ms: 350,
    clients: [
      { name: 'one-by-one', program: { source: oneByOne } },
      { name: 'in-batches', program: { source: inBatches } },
      { name: 'as-they-come', program: { source: asTheyCome } },
    ],
    positions: {
      'client:one-by-one': [0, 0],
      'client:in-batches': [0, 160],
      'client:as-they-come': [0, 320],
      'queue:tickets': [440, 160],
    },
  },
};
