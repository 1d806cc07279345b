/** A topic exchange: patterns of words. */
import type { BuiltIn } from './built-in.ts';

export const topics: BuiltIn = {
  id: 'topics',
  sentence: 'A topic exchange matches routing keys against patterns: * is one word, # any number.',
  spec: {
    version: 1,
    title: 'Topics',
    notes: [
      'A routing key is a list of words with dots between them. In a binding key, * stands for' +
        ' exactly one word and # for any number of words, none included.',
      'The station reports as region.city.event. eu.paris.storm matches two of the bindings of' +
        ' alerts and yet comes there once: a queue gets one copy, however many bindings match.' +
        ' asia.tokyo.rain matches # only.',
      'Try: click the exchange weather and type routing keys to see which bindings match and why:' +
        ' us, us.boston and the empty key are worth a look.',
    ].join('\n\n'),
    exchanges: [{ name: 'weather', type: 'topic' }],
    queues: [{ name: 'europe' }, { name: 'alerts' }, { name: 'usa' }, { name: 'everything' }],
    bindings: [
      { source: 'weather', destination: 'europe', routing_key: 'eu.*.rain' },
      { source: 'weather', destination: 'alerts', routing_key: '*.*.storm' },
      { source: 'weather', destination: 'alerts', routing_key: 'eu.paris.*' },
      { source: 'weather', destination: 'usa', routing_key: 'us.#' },
      { source: 'weather', destination: 'everything', routing_key: '#' },
    ],
    clients: [
      {
        name: 'station',
        publishers: [
          {
            exchange: 'weather',
            routing_key: [
              { key: 'eu.paris.storm' },
              { key: 'eu.oslo.rain' },
              { key: 'us.boston.rain' },
              { key: 'us.miami.storm' },
              { key: 'us' },
              { key: 'asia.tokyo.rain' },
            ],
            rate: { kind: 'steady', per_second: 0.5 },
            body: 'report {n}: {key}',
          },
        ],
      },
      { name: 'umbrella-app', consumers: [{ queue: 'europe' }] },
      { name: 'siren', consumers: [{ queue: 'alerts' }] },
      { name: 'us-desk', consumers: [{ queue: 'usa' }] },
      {
        name: 'recorder',
        consumers: [{ queue: 'everything', acknowledgement: 'automatic', work_ms: 200 }],
      },
    ],
    positions: {
      'client:station': [0, 198],
      'exchange:weather': [330, 188],
      'queue:europe': [690, 0],
      'queue:alerts': [690, 125],
      'queue:usa': [690, 250],
      'queue:everything': [690, 375],
      'client:umbrella-app': [1050, 0],
      'client:siren': [1050, 125],
      'client:us-desk': [1050, 250],
      'client:recorder': [1050, 375],
    },
  },
};
