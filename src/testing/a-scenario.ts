/** Scenarios for tests: what a test is not about is as it usually is. */
import { completeScenario } from '#scenario';
import type { Scenario, ScenarioSpec } from '#scenario';

/** A scenario in which only what is given stands. */
export const aBareScenario = (changes: Partial<ScenarioSpec> = {}): Scenario =>
  completeScenario({ version: 1, ...changes });

/** A small scenario that has one of everything; pass what the test is about. */
export const aScenario = (changes: Partial<ScenarioSpec> = {}): Scenario =>
  aBareScenario({ ...oneOfEverything, ...changes });

const oneOfEverything: Partial<ScenarioSpec> = {
  title: 'One of everything',
  latency_ms: 40,
  exchanges: [
    { name: 'orders', type: 'topic', arguments: { 'alternate-exchange': 'strays' } },
    { name: 'strays', type: 'fanout' },
    { name: 'graveyard', type: 'fanout' },
  ],
  queues: [
    {
      name: 'eu',
      arguments: { 'x-message-ttl': 300, 'x-dead-letter-exchange': 'graveyard', 'x-max-length': 5 },
    },
    { name: 'all', arguments: { 'x-max-priority': 3 } },
    { name: 'dead', arguments: { 'x-max-length': 10 } },
    { name: 'stray', arguments: { 'x-message-ttl': 500 } },
    { name: 'replies' },
  ],
  bindings: [
    { source: 'orders', destination: 'eu', routing_key: 'order.eu.#' },
    { source: 'orders', destination: 'all', routing_key: 'order.#' },
    { source: 'graveyard', destination: 'dead' },
    { source: 'strays', destination: 'stray' },
  ],
  clients: [
    {
      name: 'shop',
      publishers: [
        {
          exchange: 'orders',
          routing_key: [
            { key: 'order.eu.new', weight: 3 },
            { key: 'order.us.new' },
            { key: 'odd' },
          ],
          rate: { kind: 'poisson', per_second: 15 },
          properties: { priority: 1, reply_to: 'replies', correlation_id: 'order-{n}' },
          mandatory: true,
          confirms: { outstanding_max: 3 },
          on_nack: 'retry',
        },
      ],
      consumers: [{ queue: 'replies', acknowledgement: 'automatic', work_ms: 10 }],
    },
    {
      name: 'warehouse-1',
      consumers: [
        {
          queue: 'eu',
          prefetch: 2,
          work_ms: { min: 50, max: 250 },
          outcomes: [
            { does: 'reject', chance: 0.2 },
            { does: 'crash', chance: 0.1, when: { redelivered: false } },
            { does: 'requeue', chance: 0.2, when: { redelivered: false } },
          ],
          reconnect_after_ms: 100,
          publishes: [{ to: 'reply_to', body: 'done: {body}' }],
        },
      ],
    },
    { name: 'warehouse-2', consumers: [{ queue: 'eu', work_ms: 200 }] },
    { name: 'auditor', latency_ms: 10, consumers: [{ queue: 'all', prefetch: 0, work_ms: 30 }] },
  ],
};
