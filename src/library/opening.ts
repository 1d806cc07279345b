/** What a visitor sees first: a topic exchange, two competing consumers, a dead letter queue. */
import type { BuiltIn } from './built-in.ts';

export const opening: BuiltIn = {
  id: 'opening',
  sentence: 'A topic exchange, two competing consumers with prefetch, and a dead letter queue.',
  spec: {
    version: 1,
    title: 'Orders with dead letters',
    notes:
      'Watch one message: each binding of orders decides for itself whether it gets a copy.\n\n' +
      'biller-1 and biller-2 share one queue. What biller-2 rejects ends in dead-letters.',
    exchanges: [
      { name: 'orders', type: 'topic' },
      { name: 'orders.dead', type: 'fanout' },
    ],
    queues: [
      { name: 'audit' },
      { name: 'shipping' },
      { name: 'billing', arguments: { 'x-dead-letter-exchange': 'orders.dead' } },
      { name: 'dead-letters' },
    ],
    bindings: [
      { source: 'orders', destination: 'audit', routing_key: '#' },
      { source: 'orders', destination: 'shipping', routing_key: '#.paid' },
      { source: 'orders', destination: 'billing', routing_key: 'order.*' },
      { source: 'orders.dead', destination: 'dead-letters' },
    ],
    clients: [
      {
        name: 'shop-api',
        publishers: [
          {
            exchange: 'orders',
            routing_key: [{ key: 'order.created', weight: 3 }, { key: 'order.cancelled' }],
            rate: { kind: 'steady', per_second: 0.7 },
            body: '{"order": {n}}',
            confirms: { outstanding_max: 10 },
          },
        ],
      },
      {
        name: 'payments',
        publishers: [
          {
            exchange: 'orders',
            routing_key: [{ key: 'order.paid', weight: 3 }, { key: 'payment.failed' }],
            rate: { kind: 'bursts', size: 3, every_ms: 6000 },
            starts_after_ms: 700,
            body: '{"payment": {n}}',
          },
        ],
      },
      {
        name: 'analytics',
        consumers: [{ queue: 'audit', acknowledgement: 'automatic', work_ms: 300 }],
      },
      { name: 'shipper', consumers: [{ queue: 'shipping' }] },
      { name: 'biller-1', consumers: [{ queue: 'billing' }] },
      {
        name: 'biller-2',
        consumers: [
          {
            queue: 'billing',
            prefetch: 2,
            work_ms: { min: 1000, max: 2000 },
            outcomes: [{ does: 'reject', chance: 0.3 }],
          },
        ],
      },
    ],
    positions: {
      'client:shop-api': [0, 100],
      'client:payments': [0, 220],
      'exchange:orders': [330, 150],
      'queue:audit': [670, 0],
      'queue:shipping': [670, 140],
      'queue:billing': [670, 310],
      'exchange:orders.dead': [700, 510],
      'queue:dead-letters': [300, 510],
      'client:analytics': [1030, 0],
      'client:shipper': [1030, 120],
      'client:biller-1': [1030, 250],
      'client:biller-2': [1030, 370],
    },
  },
};
