/** Time-to-live, and a delay made of it: messages wait where nobody consumes, and die into place. */
import type { BuiltIn } from './built-in.ts';

const waitingRoom = (ttlMs: number) => ({
  'x-message-ttl': ttlMs,
  'x-dead-letter-exchange': '',
  'x-dead-letter-routing-key': 'due',
});

export const delay: BuiltIn = {
  id: 'delay',
  sentence: 'Messages wait in a queue without consumers until their time-to-live is over.',
  spec: {
    version: 1,
    title: 'Delay by dead-lettering',
    seed: 9,
    notes: [
      'Nobody consumes from wait.3s and wait.8s. What enters expires after the x-message-ttl of its' +
        ' queue, and is dead-lettered through the default exchange to the queue due: that is the' +
        ' delay.',
      'A reminder for 8 seconds may be overtaken by a later one for 3. That is why there are two' +
        ' queues: a message expires only at the head of its queue, so behind a patient one an' +
        ' impatient one would have to wait.',
      'Try: look at x-death in the headers of a message that has come to the mailer. Add a producer' +
        ' that publishes to reminders with the key later and an expiration of 1000: behind a patient' +
        ' message, such a one stays for longer than its second. Remove x-dead-letter-exchange from a' +
        ' queue, and what expires there is gone.',
    ].join('\n\n'),
    exchanges: [{ name: 'reminders', type: 'direct' }],
    queues: [
      { name: 'wait.3s', arguments: waitingRoom(3000) },
      { name: 'wait.8s', arguments: waitingRoom(8000) },
      { name: 'due' },
    ],
    bindings: [
      { source: 'reminders', destination: 'wait.3s', routing_key: 'soon' },
      { source: 'reminders', destination: 'wait.8s', routing_key: 'later' },
    ],
    clients: [
      {
        name: 'calendar',
        publishers: [
          {
            exchange: 'reminders',
            routing_key: [{ key: 'soon' }, { key: 'later' }],
            rate: { kind: 'steady', per_second: 0.6 },
            body: 'reminder {n}, {key}',
          },
        ],
      },
      { name: 'mailer', consumers: [{ queue: 'due', work_ms: 500 }] },
    ],
    positions: {
      'client:calendar': [0, 130],
      'exchange:reminders': [330, 120],
      'queue:wait.3s': [670, 0],
      'queue:wait.8s': [670, 240],
      'queue:due': [1050, 120],
      'client:mailer': [1064, 330],
    },
  },
};
