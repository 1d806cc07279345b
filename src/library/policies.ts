/** What queues do is set from outside, by their names. */
import type { BuiltIn } from './built-in.ts';

export const policies: BuiltIn = {
  id: 'policies',
  sentence:
    'A policy gives every shop queue a limit and a way for what does not fit; an operator caps it.',
  spec: {
    version: 1,
    title: 'Policies',
    seed: 5,
    notes: [
      'None of the queues has an argument. The policy overflow matches their names (^shop\\.) and gives' +
        ' them a length of eight and a dead letter exchange: what does not fit goes to the overflow' +
        ' queue.',
      'The operator policy cap says five. Of numbers that contradict each other, the lowest holds: a' +
        ' queue keeps five messages, however many its policy or its arguments allow.',
      'Try: open the Broker panel and change the policy while the run goes on. Queues obey at once, and' +
        ' nothing has to be deleted or declared again: that is why policies beat arguments.',
    ].join('\n\n'),
    policies: [
      {
        name: 'overflow',
        pattern: '^shop\\.',
        'apply-to': 'queues',
        definition: {
          'max-length': 8,
          'dead-letter-exchange': '',
          'dead-letter-routing-key': 'overflow',
        },
      },
    ],
    operator_policies: [
      { name: 'cap', pattern: '^shop\\.', 'apply-to': 'queues', definition: { 'max-length': 5 } },
    ],
    exchanges: [{ name: 'shop', type: 'fanout' }],
    queues: [{ name: 'shop.mail' }, { name: 'shop.stock' }, { name: 'overflow' }],
    bindings: [
      { source: 'shop', destination: 'shop.mail' },
      { source: 'shop', destination: 'shop.stock' },
    ],
    clients: [
      {
        name: 'till',
        publishers: [
          { exchange: 'shop', rate: { kind: 'steady', per_second: 2 }, body: 'sale {n}' },
        ],
      },
      { name: 'stock', consumers: [{ queue: 'shop.stock', work_ms: 300, prefetch: 3 }] },
      { name: 'mailer', consumers: [{ queue: 'shop.mail', work_ms: 1_500, prefetch: 1 }] },
    ],
    positions: {
      'client:till': [0, 90],
      'exchange:shop': [340, 90],
      'queue:shop.stock': [680, 0],
      'queue:shop.mail': [680, 180],
      'client:stock': [1050, 0],
      'client:mailer': [1050, 180],
      'queue:overflow': [680, 400],
    },
  },
};
