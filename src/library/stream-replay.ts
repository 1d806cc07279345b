/** A stream: reading takes nothing away, and everybody says where to begin. */
import type { BuiltIn } from './built-in.ts';

const reading = (offset: string) => [
  { queue: 'events', prefetch: 10, work_ms: 200, arguments: { 'x-stream-offset': offset } },
];

export const streamReplay: BuiltIn = {
  id: 'stream-replay',
  sentence: 'Two consumers read the same log: one from its beginning, one from now on.',
  spec: {
    version: 1,
    title: 'Replay of a stream',
    notes: [
      'events is a stream: a log that messages are added to. To acknowledge one takes nothing away;' +
        ' it only asks for more. dashboard says x-stream-offset next and gets what is published from' +
        ' the moment it subscribes.',
      'projection is stopped. Start it after some seconds: it says first, and reads the whole log,' +
        ' from the very first event, while dashboard goes on as before. Neither takes anything from' +
        ' the other.',
      'Try: cut the connections of both. dashboard has missed what came meanwhile; projection reads' +
        ' everything again, for the broker does not keep its place. Set its offset to 5: an offset' +
        ' is a number, and the first event has 0.',
    ].join('\n\n'),
    queues: [{ name: 'events', arguments: { 'x-queue-type': 'stream' } }],
    clients: [
      {
        name: 'shop',
        publishers: [
          { routing_key: 'events', rate: { kind: 'steady', per_second: 0.8 }, body: 'event {n}' },
        ],
      },
      { name: 'projection', starts: false, consumers: reading('first') },
      { name: 'dashboard', consumers: reading('next') },
    ],
    positions: {
      'client:shop': [0, 70],
      'queue:events': [380, 70],
      'client:projection': [780, 0],
      'client:dashboard': [780, 140],
    },
  },
};
