/** Messages by their routing key, with amqplib's callbacks. */
import type { BuiltIn } from '../built-in.ts';
import listener from './routing/listener.cjs?raw';
import trackWatch from './routing/track-watch.cjs?raw';

export const routing: BuiltIn = {
  id: 'programs-routing',
  sentence: 'Listeners bind the levels they want to hear of; written with callbacks and require.',
  spec: {
    version: 1,
    title: 'Routing, as programs',
    notes: [
      'The track watch publishes each report with its level as the routing key. The duty officer' +
        ' has bound one key, the archive three: a direct exchange gives a message to every queue' +
        ' with exactly that key.',
      'Both listeners run one text with other arguments, as one would start a service twice with' +
        ' other flags. It uses the older interface of amqplib, callbacks, and require in place of' +
        ' import. Both interfaces say the same things to the broker.',
      'Nobody has bound rumour: that report is dropped, and the track watch never learns of it.',
      'Try: give the duty officer the argument warning as well. It starts anew with both.',
    ].join('\n\n'),
    latency_ms: 350,
    clients: [
      {
        name: 'track-watch',
        program: {
          source: trackWatch,
          arguments: [
            'note: Sheep near the line',
            'danger: A tree has fallen',
            'rumour: The sheep did it',
            'warning: Leaves on the rails',
          ],
        },
      },
      { name: 'duty-officer', program: { source: listener, arguments: ['danger'] } },
      {
        name: 'archive',
        program: { source: listener, arguments: ['note', 'warning', 'danger'] },
      },
    ],
    positions: {
      'client:track-watch': [0, 80],
      'exchange:incidents': [350, 80],
      'queue:amq.gen-1': [690, 0],
      'queue:amq.gen-2': [690, 170],
      'client:duty-officer': [1080, 0],
      'client:archive': [1080, 170],
    },
  },
};
