import { describe, expect, it } from 'vitest';
import type { Instant, MessageId } from '#engine';
import type { ScenarioSpec } from '#scenario';
import { aRun } from '../testing/a-run.ts';
import { aBareScenario } from '../testing/a-scenario.ts';
import { beginHistory, intervene, seek } from './history.ts';
import type { History } from './history.ts';
import { journeyOf } from './journey.ts';

const at = (ms: number): Instant => ms as Instant;
const first = 1 as MessageId;

const orders: Partial<ScenarioSpec> = {
  exchanges: [
    { name: 'orders', type: 'topic' },
    { name: 'dlx', type: 'fanout' },
  ],
  queues: [
    { name: 'billing', arguments: { 'x-dead-letter-exchange': 'dlx' } },
    { name: 'shipping' },
    { name: 'dead' },
  ],
  bindings: [
    { source: 'orders', destination: 'billing', routing_key: 'order.*' },
    { source: 'orders', destination: 'shipping', routing_key: '#.paid' },
    { source: 'dlx', destination: 'dead' },
  ],
  clients: [
    {
      name: 'shop',
      publishers: [
        {
          exchange: 'orders',
          routing_key: 'order.created',
          rate: { kind: 'steady', per_second: 1 },
          confirms: { outstanding_max: 5 },
        },
      ],
    },
    {
      name: 'biller',
      consumers: [{ queue: 'billing', work_ms: 2_000, outcomes: [{ does: 'reject' }] }],
    },
  ],
};

const historyAt = (ms: number, spec = orders): History =>
  seek(beginHistory(aRun({ scenario: aBareScenario(spec) })), at(ms));

const titlesOf = (history: History, id = first): readonly string[] =>
  journeyOf(history, id).steps.map(({ title, state }) => (state === 'now' ? `${title} …` : title));

describe('a journey', () => {
  it('begins on the way to the broker', () => {
    const history = historyAt(300);
    const { message, steps } = journeyOf(history, first);
    expect(message).toMatchObject({ id: 1, routingKey: 'order.created', bodySize: 9 });
    expect(steps).toEqual([
      {
        at: 0,
        title: 'On its way to orders',
        sentence:
          'shop has sent it to orders with routing key order.created; it arrives in 100 ms.',
        detail: [],
        state: 'now',
      },
    ]);
  });

  it('tells each hop with its reason', () => {
    const { steps } = journeyOf(historyAt(700), first);
    expect(steps.map(({ at: when, title }) => [when, title])).toEqual([
      [400, 'Published to orders'],
      [400, 'Routed to 1 of 2 bindings'],
      [400, 'Queued in billing'],
      [400, 'Sent to biller'],
      [400, 'Confirmed to shop'],
      [400, 'On its way to biller'],
    ]);
    const routed = steps.find(({ title }) => title.startsWith('Routed'));
    expect(routed?.detail).toHaveLength(2);
    expect(routed?.detail[0]).toMatch(/^✓ order\.\* → billing — /);
    expect(routed?.detail[1]).toMatch(/^✗ #\.paid → shipping — /);
  });

  it('tells why a message waits, and for about how long', () => {
    const { steps } = journeyOf(historyAt(1_800), 2 as MessageId);
    const waiting = steps.at(-1);
    expect(waiting).toMatchObject({
      title: 'Waiting in billing',
      sentence: 'It is at the head of billing.',
      state: 'now',
    });
    expect(waiting?.detail).toEqual([
      'biller: 1 of 1 unacknowledged: its prefetch is full; it works on message 1 for another 1 s.',
      'Next free slot in about 1.4 s.',
    ]);
    expect(journeyOf(historyAt(2_700), 3 as MessageId).steps.at(-1)?.sentence).toBe(
      'It is ready in billing, behind 1 other.',
    );
  });

  it('tells what its consumer does with it', () => {
    const step = journeyOf(historyAt(1_000), first).steps.at(-1);
    expect(step).toMatchObject({
      title: 'With biller',
      sentence: 'biller works on it for another 1.8 s.',
    });
  });

  it('tells that the answer is on its way', () => {
    const step = journeyOf(historyAt(2_900), first).steps.at(-1);
    expect(step).toMatchObject({
      at: 2_800,
      title: 'Answered by biller',
      sentence: 'Its basic.reject arrives in 300 ms.',
      state: 'now',
    });
  });

  it('goes on as a dead letter, with its header', () => {
    const history = historyAt(5_000);
    const { message, steps } = journeyOf(history, first);
    expect(titlesOf(history).slice(5)).toEqual([
      'Dead-lettered from billing: rejected',
      'Routed to 1 of 1 binding',
      'Queued in dead at position 1',
      'Waiting in dead …',
    ]);
    expect(message?.properties.headers?.['x-death']).toBeDefined();
    expect(steps.at(-1)?.detail).toEqual(['1 message waits: the queue has no consumer.']);
  });

  it('explains a route by the bindings as they were', () => {
    const history = historyAt(5_000);
    const rebound = aBareScenario({
      ...orders,
      bindings: [{ source: 'orders', destination: 'shipping', routing_key: '#' }],
    });
    const edited = seek(intervene(history, { type: 'edit', body: rebound }), at(9_000));
    const routesOf = (id: number) =>
      journeyOf(edited, id as MessageId).steps.find(({ title }) => title.startsWith('Routed'));
    expect(routesOf(2)?.detail).toEqual(
      journeyOf(history, 2 as MessageId).steps.find(({ title }) => title.startsWith('Routed'))
        ?.detail,
    );
    expect(routesOf(8)?.detail).toHaveLength(1);
  });

  it('tells of what reached no queue and came back', () => {
    const spec: Partial<ScenarioSpec> = {
      exchanges: [{ name: 'x', type: 'direct' }],
      queues: [{ name: 'q' }],
      bindings: [{ source: 'x', destination: 'q', routing_key: 'other' }],
      clients: [
        {
          name: 'shop',
          publishers: [
            { exchange: 'x', rate: { kind: 'steady', per_second: 1 }, limit: 1, mandatory: true },
          ],
        },
      ],
    };
    expect(titlesOf(historyAt(600, spec))).toEqual([
      'Published to x',
      'Reached no queue: 0 of 1 binding matched',
      'Returned to shop',
      'On its way back to shop …',
    ]);
    expect(titlesOf(historyAt(900, spec)).at(-1)).toBe('Came back to shop');
  });

  it('remembers the beginning when the journal has forgotten it', () => {
    const history = historyAt(5_000);
    const journal = { ...history.present.journal, chunks: [], tail: [] };
    const forgetful = { ...history, present: { ...history.present, journal } };
    const titles = journeyOf(forgetful, 4 as MessageId).steps.map(({ title }) => title);
    expect(titles.slice(0, 3)).toEqual([
      'Published to orders',
      'Routed to 1 of 2 bindings',
      'Queued in billing at position 2',
    ]);
  });

  it('knows nothing of a message that has not been sent', () => {
    expect(journeyOf(historyAt(1_000), 999 as MessageId)).toEqual({ message: null, steps: [] });
  });

  it('ends where its message was lost', () => {
    const dropped = intervene(historyAt(200), { type: 'connection.drop', client: 'shop' });
    expect(titlesOf(dropped)).toEqual([]);
    expect(titlesOf(seek(dropped, at(500)))).toEqual(['Lost on its way to the broker']);
  });
});
