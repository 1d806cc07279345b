/** A direct exchange: the routing key has to be the binding key. */
import type { BuiltIn } from './built-in.ts';

export const routing: BuiltIn = {
  id: 'routing',
  sentence: 'A direct exchange compares the routing key with the binding keys, letter by letter.',
  spec: {
    version: 1,
    title: 'Routing',
    seed: 7,
    notes: [
      'A direct exchange hands a message to the queues whose binding key is its routing key. A' +
        ' queue may be bound several times, and several queues may be bound by the same key.',
      'An error goes to both queues, a warning or an info to the log only. Nobody has bound debug:' +
        ' such messages are dropped, and as they are published without mandatory, nobody is told.',
      'Try: bind the pager by warning too. Set mandatory on the service, and each debug message' +
        ' comes back to it as unroutable.',
    ].join('\n\n'),
    exchanges: [{ name: 'logs', type: 'direct' }],
    queues: [{ name: 'pager' }, { name: 'log' }],
    bindings: [
      { source: 'logs', destination: 'pager', routing_key: 'error' },
      { source: 'logs', destination: 'log', routing_key: 'error' },
      { source: 'logs', destination: 'log', routing_key: 'warning' },
      { source: 'logs', destination: 'log', routing_key: 'info' },
    ],
    clients: [
      {
        name: 'service',
        publishers: [
          {
            exchange: 'logs',
            routing_key: [
              { key: 'info', weight: 3 },
              { key: 'warning', weight: 2 },
              { key: 'error', weight: 2 },
              { key: 'debug', weight: 1 },
            ],
            rate: { kind: 'steady', per_second: 0.8 },
            body: '{key} {n}',
          },
        ],
      },
      { name: 'on-call', consumers: [{ queue: 'pager', work_ms: 1500 }] },
      { name: 'log-writer', consumers: [{ queue: 'log', prefetch: 5, work_ms: 300 }] },
    ],
    positions: {
      'client:service': [0, 100],
      'exchange:logs': [330, 90],
      'queue:pager': [680, 0],
      'queue:log': [680, 180],
      'client:on-call': [1040, 0],
      'client:log-writer': [1040, 180],
    },
  },
};
