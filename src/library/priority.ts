/** A priority queue behind which a backlog builds. */
import type { BuiltIn } from './built-in.ts';

export const priority: BuiltIn = {
  id: 'priority',
  sentence: 'While messages wait, those of higher priority overtake the others.',
  spec: {
    version: 1,
    title: 'Priority',
    notes: [
      'tickets is declared with x-max-priority 10. Whatever waits is ordered by priority, and by' +
        ' arrival within one priority. A message without a priority counts as 0.',
      'Priority acts on what waits, and only there: with prefetch 1, the ticket that support has in' +
        ' hand is finished first, however urgent the next one is.',
      'Try: set the prefetch of support to 0. It takes every ticket as it comes, nothing waits in' +
        ' the queue, and priority means nothing any more.',
    ].join('\n\n'),
    queues: [{ name: 'tickets', arguments: { 'x-max-priority': 10 } }],
    clients: [
      {
        name: 'routine',
        publishers: [
          {
            routing_key: 'tickets',
            rate: { kind: 'bursts', size: 6, every_ms: 15000 },
            body: 'routine {n}',
          },
        ],
      },
      {
        name: 'partners',
        publishers: [
          {
            routing_key: 'tickets',
            rate: { kind: 'steady', per_second: 0.1 },
            starts_after_ms: 900,
            body: 'partner {n}',
            properties: { priority: 5 },
          },
        ],
      },
      {
        name: 'outages',
        publishers: [
          {
            routing_key: 'tickets',
            rate: { kind: 'bursts', size: 1, every_ms: 6000 },
            starts_after_ms: 1700,
            body: 'outage {n}',
            properties: { priority: 9 },
          },
        ],
      },
      { name: 'support', consumers: [{ queue: 'tickets', work_ms: 600 }] },
    ],
    positions: {
      'client:routine': [0, 0],
      'client:partners': [0, 120],
      'client:outages': [0, 240],
      'queue:tickets': [400, 110],
      'client:support': [790, 110],
    },
  },
};
