/** Request and reply over two queues. */
import type { BuiltIn } from './built-in.ts';

export const rpc: BuiltIn = {
  id: 'rpc',
  sentence: 'A client asks, a server answers: reply_to says where, correlation_id says to what.',
  spec: {
    version: 1,
    title: 'Remote procedure call',
    notes: [
      'The shop publishes a question to the queue prices. Its reply_to names the queue for the' +
        ' answer, its correlation_id is the number of the question.',
      'The server works, publishes the answer to the default exchange with the name from reply_to' +
        ' as routing key and the same correlation_id, and only then acknowledges the question.',
      'Try: add a second server on prices. Answers may now overtake one another, and the shop can' +
        ' tell them apart by the correlation_id only. Drop the connection of a server while it' +
        ' works: the question goes back to the queue and is delivered again.',
    ].join('\n\n'),
    queues: [{ name: 'prices' }, { name: 'prices.replies' }],
    clients: [
      {
        name: 'shop',
        publishers: [
          {
            routing_key: 'prices',
            rate: { kind: 'steady', per_second: 0.4 },
            body: 'What does article {n} cost?',
            properties: { reply_to: 'prices.replies', correlation_id: 'c-{n}' },
          },
        ],
        consumers: [{ queue: 'prices.replies', work_ms: 200 }],
      },
      {
        name: 'price-server',
        consumers: [
          {
            queue: 'prices',
            work_ms: { min: 500, max: 1200 },
            publishes: [{ to: 'reply_to', body: 'Answer to: {body}' }],
          },
        ],
      },
    ],
    positions: {
      'client:shop': [0, 90],
      'queue:prices': [400, 0],
      'client:price-server': [800, 90],
      'queue:prices.replies': [400, 260],
    },
  },
};
