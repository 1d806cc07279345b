/** Messages by patterns of their routing key. */
import type { BuiltIn } from '../built-in.ts';
import office from './topics/office.mjs?raw';
import trains from './topics/trains.mjs?raw';

export const topics: BuiltIn = {
  id: 'programs-topics',
  sentence: 'Offices choose by patterns: a line, a kind of train, or all that is late.',
  spec: {
    version: 1,
    title: 'Topics, as programs',
    notes: [
      'A routing key here has three words: line, kind of train, what is the matter. The northern' +
        ' office listens for north.#, which is everything that begins with north.',
      'Customer care listens for *.*.late and for *.express.*. A late express train fits both' +
        ' patterns and still comes once, because a queue gets one copy of a message. The late' +
        ' freight train fits the first alone.',
      'south.freight.early fits nobody and is dropped.',
      'Try: give an office the argument # to let it hear everything, or *.late, which fits no key' +
        ' of three words.',
    ].join('\n\n'),
    latency_ms: 350,
    clients: [
      {
        name: 'trains',
        program: {
          source: trains,
          arguments: [
            'north.express.late',
            'south.express.full',
            'south.freight.early',
            'north.freight.late',
            'north.local.cancelled',
          ],
        },
      },
      { name: 'northern-office', program: { source: office, arguments: ['north.#'] } },
      {
        name: 'customer-care',
        program: { source: office, arguments: ['*.*.late', '*.express.*'] },
      },
    ],
    positions: {
      'client:trains': [0, 80],
      'exchange:trains': [350, 80],
      'queue:amq.gen-1': [690, 0],
      'queue:amq.gen-2': [690, 170],
      'client:northern-office': [1080, 0],
      'client:customer-care': [1080, 170],
    },
  },
};
