/** A small run for tests of the panels: a topic exchange, three queues, one slow consumer, one by hand. */
import { createApp } from '#app';
import type { App } from '#app';
import { completeScenario } from '#scenario';
import type { ScenarioSpec } from '#scenario';

export const aScenarioSpec: ScenarioSpec = {
  version: 1,
  title: 'Orders',
  notes: 'Watch the wait.\n\nThen look why.',
  latency_ms: 100,
  exchanges: [
    { name: 'events', type: 'topic' },
    { name: 'dead', type: 'fanout' },
  ],
  queues: [
    { name: 'billing', arguments: { 'x-dead-letter-exchange': 'dead' } },
    { name: 'audit' },
    { name: 'graveyard' },
  ],
  bindings: [
    { source: 'events', destination: 'billing', routing_key: 'order.*' },
    { source: 'events', destination: 'audit', routing_key: '#.paid' },
    { source: 'dead', destination: 'graveyard' },
  ],
  clients: [
    {
      name: 'shop',
      publishers: [
        {
          exchange: 'events',
          routing_key: 'order.created',
          rate: { kind: 'steady', per_second: 2 },
          limit: 4,
          body: '{"order":{n}}',
          properties: { delivery_mode: 2, headers: { region: 'eu' } },
          confirms: { outstanding_max: 2 },
        },
      ],
    },
    { name: 'biller', consumers: [{ queue: 'billing', work_ms: 60_000 }] },
    { name: 'clerk', consumers: [{ queue: 'audit', acknowledgement: 'by_hand', prefetch: 2 }] },
  ],
};

export const aRunningApp = (spec: ScenarioSpec = aScenarioSpec): App =>
  createApp({ run: { scenario: completeScenario(spec), seed: 1, interventions: [] } });
