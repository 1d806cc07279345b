/** What a program hears when the broker refuses a message. */
import type { BuiltIn } from '../built-in.ts';
import booking from './refusals/booking.mjs?raw';
import steward from './refusals/steward.mjs?raw';

export const refusals: BuiltIn = {
  id: 'programs-refusals',
  sentence: 'A full queue refuses what comes on top, and the publisher is told with a nack.',
  spec: {
    version: 1,
    title: 'Refused publishes, as programs',
    notes: [
      'The queue holds three messages, and its x-overflow is reject-publish: when it is full, a new' +
        ' message is refused. Without that argument the oldest one would have to go, and the' +
        ' publisher would be none the wiser.',
      'On its confirm channel the booking office gets an ack for each seat and a nack for each name' +
        ' too many. In amqplib the callback of a nacked publish is called with an error, and' +
        ' waitForConfirms throws.',
      'A while later the steward looks how many seats are taken and lets one passenger get off, by' +
        ' fetching a single message.',
      'Try: start the booking office again when the steward is done. One seat is free.',
    ].join('\n\n'),
    latency_ms: 350,
    clients: [
      {
        name: 'booking',
        program: { source: booking, arguments: ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'] },
      },
      { name: 'steward', program: { source: steward } },
    ],
    positions: {
      'client:booking': [0, 0],
      'queue:coach': [400, 0],
      'client:steward': [800, 0],
    },
  },
};
