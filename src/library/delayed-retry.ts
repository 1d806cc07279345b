/** A retry after a pause, with an exchange that holds messages back. */
import type { BuiltIn } from './built-in.ts';

export const delayedRetry: BuiltIn = {
  id: 'delayed-retry',
  sentence: 'The delayed message exchange holds back what a worker rejected, and then routes it.',
  spec: {
    version: 1,
    title: 'Retry by a delayed message',
    notes: [
      'The worker rejects half of its jobs. The dead letter exchange of jobs is of the type' +
        ' x-delayed-message, which a plugin brings: it keeps each message for as long as the header' +
        ' x-delay says, five seconds here, and only then looks at its bindings.',
      'No queue is needed to wait in. What waits is in the exchange, where no consumer and no' +
        ' length limit can reach it. work does not know the header, so the first time a job is' +
        ' not held back.',
      'Try: take the first outcome of the worker away, so that it may reject a job twice. The' +
        ' exchange has turned the header round to -5000, and does not hold the job back again. Leave' +
        ' the plugin out of the document: its exchange is refused, and so are its bindings.',
    ].join('\n\n'),
    seed: 3,
    exchanges: [
      { name: 'work', type: 'direct' },
      {
        name: 'later',
        type: 'x-delayed-message',
        arguments: { 'x-delayed-type': 'direct' },
      },
    ],
    queues: [{ name: 'jobs', arguments: { 'x-dead-letter-exchange': 'later' } }],
    bindings: [
      { source: 'work', destination: 'jobs', routing_key: 'job' },
      { source: 'later', destination: 'jobs', routing_key: 'job' },
    ],
    clients: [
      {
        name: 'job-source',
        publishers: [
          {
            exchange: 'work',
            routing_key: 'job',
            rate: { kind: 'steady', per_second: 0.5 },
            body: 'job {n}',
            properties: { headers: { 'x-delay': 5000 } },
          },
        ],
      },
      {
        name: 'worker',
        consumers: [
          {
            queue: 'jobs',
            prefetch: 2,
            work_ms: 700,
            outcomes: [
              { does: 'ack', when: { deaths_min: 1 } },
              { does: 'reject', chance: 0.5 },
            ],
          },
        ],
      },
    ],
    positions: {
      'client:job-source': [0, 10],
      'exchange:work': [340, 0],
      'queue:jobs': [690, 0],
      'client:worker': [1060, 0],
      'exchange:later': [690, 220],
    },
  },
};
