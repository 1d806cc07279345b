/** Permissions: who may write and who may only read. */
import type { BuiltIn } from './built-in.ts';

export const permissions: BuiltIn = {
  id: 'permissions',
  sentence: 'A user who may read but not write: each attempt costs it the channel.',
  spec: {
    version: 1,
    title: 'Permissions',
    notes: [
      'A permission is three regular expressions for names: of what a user may declare, publish to' +
        ' and consume from. shop may write to orders. auditor may read audit and nothing else; an' +
        ' empty expression matches no name.',
      'The program of auditor publishes to orders all the same, every four seconds. RabbitMQ closes' +
        ' its channel with 403 ACCESS_REFUSED. Its consumer has a channel of its own and goes on.',
      'Try: set write of auditor to ^orders$ in the panel Broker, and its notes arrive. Give' +
        ' shop a topic permission for orders with write ^order\\.paid$: now the routing key' +
        ' is looked at, too. Let the client connect as a user that nobody has made.',
    ].join('\n\n'),
    users: [{ name: 'shop' }, { name: 'auditor' }],
    permissions: [
      { user: 'shop', configure: '', write: '^orders$', read: '' },
      { user: 'auditor', configure: '', write: '', read: '^audit$' },
    ],
    exchanges: [{ name: 'orders', type: 'topic' }],
    queues: [{ name: 'audit' }],
    bindings: [{ source: 'orders', destination: 'audit', routing_key: '#' }],
    clients: [
      {
        name: 'shop',
        user: 'shop',
        publishers: [
          {
            exchange: 'orders',
            routing_key: [{ key: 'order.paid' }, { key: 'order.cancelled' }],
            rate: { kind: 'steady', per_second: 0.5 },
            body: 'order {n}',
          },
        ],
      },
      {
        name: 'auditor',
        user: 'auditor',
        publishers: [
          {
            exchange: 'orders',
            routing_key: 'audit.note',
            rate: { kind: 'steady', per_second: 0.25 },
            starts_after_ms: 2000,
            body: 'note {n}',
          },
        ],
        consumers: [{ queue: 'audit', work_ms: 500 }],
      },
    ],
    positions: {
      'client:shop': [0, 20],
      'exchange:orders': [350, 20],
      'queue:audit': [710, 20],
      'client:auditor': [400, 220],
    },
  },
};
