/** Retries with a pause: rejected messages wait in a queue of their own and come back. */
import type { BuiltIn } from './built-in.ts';

export const retry: BuiltIn = {
  id: 'retry',
  sentence: 'A rejected message waits four seconds and is tried again, three times at most.',
  spec: {
    version: 1,
    title: 'Dead-letter and retry',
    seed: 7,
    notes: [
      'The worker rejects half of its jobs. The dead letter exchange of the queue jobs sends them to' +
        ' jobs.wait, where they expire after four seconds. jobs.wait has a dead letter exchange, too:' +
        ' the one by which they came first, and so they come again.',
      'A round counts two deaths in x-death, one rejected and one expired. When a job has died six' +
        ' times, the worker gives up and acknowledges it: three retries and no more.',
      'The pause is the x-message-ttl of jobs.wait. The expiration of a message would not do:' +
        ' dead-lettering takes that property away, so the job would come to jobs.wait without it and' +
        ' stay there for ever.',
      'Try: let the worker requeue instead of reject: the job comes back at once, and keeps failing' +
        ' without a pause. Follow one job with its number and read its journey.',
    ].join('\n\n'),
    exchanges: [
      { name: 'work', type: 'direct' },
      { name: 'work.retry', type: 'fanout' },
    ],
    queues: [
      { name: 'jobs', arguments: { 'x-dead-letter-exchange': 'work.retry' } },
      {
        name: 'jobs.wait',
        arguments: { 'x-message-ttl': 4000, 'x-dead-letter-exchange': 'work' },
      },
    ],
    bindings: [
      { source: 'work', destination: 'jobs', routing_key: 'job' },
      { source: 'work.retry', destination: 'jobs.wait' },
    ],
    clients: [
      {
        name: 'job-source',
        publishers: [
          {
            exchange: 'work',
            routing_key: 'job',
            rate: { kind: 'steady', per_second: 0.35 },
            body: 'job {n}',
          },
        ],
      },
      {
        name: 'worker',
        consumers: [
          {
            queue: 'jobs',
            prefetch: 2,
            work_ms: 800,
            outcomes: [
              { does: 'ack', when: { deaths_min: 6 } },
              { does: 'reject', chance: 0.5 },
            ],
          },
        ],
      },
    ],
    positions: {
      'client:job-source': [0, 10],
      'exchange:work': [340, 0],
      'queue:jobs': [680, 0],
      'client:worker': [1050, 0],
      'queue:jobs.wait': [310, 250],
      'exchange:work.retry': [710, 250],
    },
  },
};
