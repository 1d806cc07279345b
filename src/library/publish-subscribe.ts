/** A fanout exchange: everyone who is bound gets a copy. */
import type { BuiltIn } from './built-in.ts';

export const publishSubscribe: BuiltIn = {
  id: 'publish-subscribe',
  sentence: 'A fanout exchange gives every bound queue a copy of every message.',
  spec: {
    version: 1,
    title: 'Publish and subscribe',
    notes: [
      'A fanout exchange does not look at the routing key. Each queue that is bound to it gets a' +
        ' copy; the copies keep the number and colour of the message.',
      'The newsroom does not know who listens. Each subscriber has a queue of its own: two' +
        ' consumers on one queue would share the messages instead.',
      'Try: stop the archive. Its copies wait in its queue, and the others notice nothing. Then' +
        ' add a queue, bind it to news, and see that it gets only what comes from now on.',
    ].join('\n\n'),
    exchanges: [{ name: 'news', type: 'fanout' }],
    queues: [{ name: 'news.web' }, { name: 'news.mail' }, { name: 'news.archive' }],
    bindings: [
      { source: 'news', destination: 'news.web' },
      { source: 'news', destination: 'news.mail' },
      { source: 'news', destination: 'news.archive' },
    ],
    clients: [
      {
        name: 'newsroom',
        publishers: [
          {
            exchange: 'news',
            rate: { kind: 'steady', per_second: 0.4 },
            body: 'headline {n}',
          },
        ],
      },
      { name: 'web', consumers: [{ queue: 'news.web', work_ms: 500 }] },
      { name: 'mail', consumers: [{ queue: 'news.mail', work_ms: 1200 }] },
      { name: 'archive', consumers: [{ queue: 'news.archive', work_ms: { min: 300, max: 3000 } }] },
    ],
    positions: {
      'client:newsroom': [0, 160],
      'exchange:news': [330, 150],
      'queue:news.web': [670, 0],
      'queue:news.mail': [670, 150],
      'queue:news.archive': [670, 300],
      'client:web': [1030, 0],
      'client:mail': [1030, 150],
      'client:archive': [1030, 300],
    },
  },
};
