/** A quorum queue and a message that no worker survives: the delivery limit ends it. */
import type { BuiltIn } from './built-in.ts';

export const quorumPoison: BuiltIn = {
  id: 'quorum-poison',
  sentence: 'A message crashes its workers, until the quorum queue has delivered it often enough.',
  spec: {
    version: 1,
    title: 'Poison message in a quorum queue',
    notes: [
      'Every image with the key image.broken crashes the worker that gets it. Its connection is' +
        ' gone, the image goes back to the queue, and crashes the next worker.',
      'A quorum queue counts in x-delivery-count how often a message came back. With an' +
        ' x-delivery-limit of 2, the third time is one too many: the image goes to the dead letter' +
        ' exchange, with the reason delivery_limit, and the workers are at peace.',
      'Try: remove the arguments x-queue-type and x-delivery-limit. A classic queue counts nothing:' +
        ' the first broken image crashes workers for ever. Without the dead letter exchange, the' +
        ' limit drops the image.',
    ].join('\n\n'),
    exchanges: [
      { name: 'uploads', type: 'topic' },
      { name: 'poison', type: 'fanout' },
    ],
    queues: [
      {
        name: 'images',
        arguments: {
          'x-queue-type': 'quorum',
          'x-delivery-limit': 2,
          'x-dead-letter-exchange': 'poison',
        },
      },
      { name: 'quarantine' },
    ],
    bindings: [
      { source: 'uploads', destination: 'images', routing_key: 'image.*' },
      { source: 'poison', destination: 'quarantine' },
    ],
    clients: [
      {
        name: 'uploader',
        publishers: [
          {
            exchange: 'uploads',
            routing_key: [{ key: 'image.fine', weight: 5 }, { key: 'image.broken' }],
            rate: { kind: 'steady', per_second: 0.6 },
            body: 'image {n}',
          },
        ],
      },
      ...['worker-1', 'worker-2'].map((name) => ({
        name,
        consumers: [
          {
            queue: 'images',
            work_ms: 700,
            reconnect_after_ms: 1200,
            outcomes: [{ does: 'crash', when: { routing_key: 'image.broken' } } as const],
          },
        ],
      })),
      { name: 'inspector', consumers: [{ queue: 'quarantine', work_ms: 500 }] },
    ],
    positions: {
      'client:uploader': [0, 60],
      'exchange:uploads': [330, 60],
      'queue:images': [670, 60],
      'client:worker-1': [1040, 0],
      'client:worker-2': [1040, 130],
      'exchange:poison': [330, 300],
      'queue:quarantine': [670, 300],
      'client:inspector': [1040, 300],
    },
  },
};
