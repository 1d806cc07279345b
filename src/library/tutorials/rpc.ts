/** Question and answer: with a reply queue of one's own, and without any. */
import type { BuiltIn } from '../built-in.ts';
import caller from './rpc/caller.mjs?raw';
import directCaller from './rpc/direct-caller.mjs?raw';
import yard from './rpc/yard.mjs?raw';

export const rpc: BuiltIn = {
  id: 'programs-rpc',
  sentence: 'A program answers questions; one caller has a queue for answers, the other none.',
  spec: {
    version: 1,
    title: 'Remote procedure call, as programs',
    notes: [
      'The yard computes in how many ways wagons of length 2 and 3 make up a train. It answers to' +
        ' whatever reply_to says, with the same correlation_id, and knows nothing else about who' +
        ' asks.',
      'The caller declares an exclusive queue for its answers and asks several questions at once.' +
        ' The correlation_id tells it which answer is which.',
      'The direct caller has no queue: it consumes from amq.rabbitmq.reply-to, and the broker hands' +
        ' the answer to its channel. That is quicker to set up, and an answer that comes when the' +
        ' caller is gone is lost.',
      'Try: stop the yard and start a caller. Its questions wait; start the yard, and they are' +
        ' answered.',
    ].join('\n\n'),
    latency_ms: 350,
    clients: [
      { name: 'caller', program: { source: caller, arguments: ['12', '7', '20'] } },
      { name: 'direct-caller', program: { source: directCaller, arguments: ['15'] } },
      { name: 'yard', program: { source: yard } },
    ],
    positions: {
      'client:caller': [0, 0],
      'client:direct-caller': [0, 300],
      'queue:yard.ways': [400, 0],
      'queue:amq.gen-1': [400, 160],
      'client:yard': [800, 120],
    },
  },
};
