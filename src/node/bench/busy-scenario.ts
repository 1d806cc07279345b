/** Twenty messages a second through a topic exchange into two queues, with work, retries and deaths. */
import { completeScenario } from '#scenario';
import type { Scenario } from '#scenario';

export const busyScenario: Scenario = completeScenario({
  version: 1,
  latency_ms: 200,
  exchanges: [
    { name: 'orders', type: 'topic' },
    { name: 'dead', type: 'fanout' },
  ],
  queues: [
    { name: 'billing', arguments: { 'x-dead-letter-exchange': 'dead', 'x-message-ttl': 20_000 } },
    { name: 'audit', arguments: { 'x-max-length': 500 } },
    { name: 'dead-letters', arguments: { 'x-max-length': 200 } },
  ],
  bindings: [
    { source: 'orders', destination: 'billing', routing_key: 'order.*' },
    { source: 'orders', destination: 'audit', routing_key: '#' },
    { source: 'dead', destination: 'dead-letters' },
  ],
  clients: [
    ...[1, 2, 3, 4].map((number) => ({
      name: `shop-${number}`,
      publishers: [
        {
          exchange: 'orders',
          routing_key: [{ key: 'order.created' }, { key: 'order.paid' }, { key: 'user.created' }],
          rate: { kind: 'poisson' as const, per_second: 5 },
        },
      ],
    })),
    ...[1, 2, 3, 4].map((number) => ({
      name: `biller-${number}`,
      consumers: [
        {
          queue: 'billing',
          prefetch: 5,
          work_ms: { min: 50, max: 400 },
          outcomes: [{ does: 'reject' as const, chance: 0.1 }],
        },
      ],
    })),
  ],
});
