/** One program announces, and each that listens has a queue of its own. */
import type { BuiltIn } from '../built-in.ts';
import announcer from './publish-subscribe/announcer.mjs?raw';
import display from './publish-subscribe/display.mjs?raw';

export const publishSubscribe: BuiltIn = {
  id: 'programs-publish-subscribe',
  sentence: 'Each listener brings a queue of its own and binds it to a fanout exchange.',
  spec: {
    version: 1,
    title: 'Publish and subscribe, as programs',
    notes: [
      'The announcer knows the exchange and no queue. Each display asks for a queue without a name:' +
        ' the broker makes one up, and the queue lives as long as the connection that asked.',
      'The announcer waits a little before it begins. What is announced before anybody has bound' +
        ' a queue is gone: an exchange keeps nothing.',
      'Try: stop one display, and its queue and its binding disappear. Start it again: it has a' +
        ' new queue with another name, and has missed what was said meanwhile. Then start the' +
        ' announcer again.',
    ].join('\n\n'),
    latency_ms: 350,
    clients: [
      {
        name: 'announcer',
        program: {
          source: announcer,
          arguments: ['Mind the gap', 'The 9:52 is late', 'Hot soup on platform 3'],
        },
      },
      { name: 'display-1', program: { source: display, arguments: ['Platform 1'] } },
      { name: 'display-2', program: { source: display, arguments: ['Platform 2'] } },
    ],
    positions: {
      'client:announcer': [0, 80],
      'exchange:announcements': [350, 80],
      'queue:amq.gen-1': [690, 0],
      'queue:amq.gen-2': [690, 170],
      'client:display-1': [1080, 0],
      'client:display-2': [1080, 170],
    },
  },
};
