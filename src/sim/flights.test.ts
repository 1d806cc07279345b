import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#engine';
import type { ScenarioSpec } from '#scenario';
import { aRun } from '../testing/a-run.ts';
import { aBareScenario } from '../testing/a-scenario.ts';
import type { Flight } from './flight.ts';
import { flightsIn } from './flights.ts';
import { beginHistory, intervene, seek } from './history.ts';
import type { History } from './history.ts';

const at = (ms: number): Instant => ms as Instant;

const historyOf = (spec: Partial<ScenarioSpec>): History =>
  beginHistory(aRun({ scenario: aBareScenario(spec) }));

/** Kind, way and times of all flights that are seen between two instants, each once. */
function flightsBetween(start: History, from: number, to: number): readonly Flight[] {
  const seen = new Map<string, Flight>();
  let history = start;
  for (let ms = from; ms < to; ms++) {
    history = seek(history, at(ms));
    for (const flight of flightsIn(history, ms))
      if (!seen.has(flight.id)) seen.set(flight.id, flight);
  }
  return [...seen.values()];
}

const wayOf = ({ kind, from, to, departs, arrives }: Flight): string =>
  `${kind}: ${from} → ${to}, ${departs}–${arrives}`;

const once = { rate: { kind: 'steady', per_second: 1 }, limit: 1 } as const;

/** Laws try many runs, and the machine may have other work. */
const lawTimeoutMs = 60_000;

describe('flights', () => {
  it('take the message from its publisher to its consumer, and the answers back', () => {
    const history = historyOf({
      exchanges: [{ name: 'x', type: 'fanout' }],
      queues: [{ name: 'q' }],
      bindings: [{ source: 'x', destination: 'q' }],
      clients: [
        { name: 'p', publishers: [{ ...once, exchange: 'x', confirms: { outstanding_max: 1 } }] },
        { name: 'c', consumers: [{ queue: 'q', work_ms: 100 }] },
      ],
    });
    const flights = flightsBetween(history, 0, 2_000);
    expect(flights.map(wayOf)).toEqual([
      'publish: client:p → exchange:x, 0–400',
      'confirm: exchange:x → client:p, 400–800',
      'route: exchange:x → queue:q, 400–600',
      'deliver: queue:q → client:c, 600–800',
      'ack: client:c → queue:q, 900–1300',
    ]);
    expect(new Set(flights.map(({ message }) => message))).toEqual(new Set([1]));
    expect(flights[2]?.via).toMatch(/q/);
  });

  it('go right to the queue by the default exchange', () => {
    const history = historyOf({
      queues: [{ name: 'q' }, { name: 'replies' }],
      clients: [
        {
          name: 'p',
          publishers: [
            { ...once, routing_key: 'q', properties: { reply_to: 'replies' }, mandatory: true },
          ],
        },
        {
          name: 'c',
          consumers: [{ queue: 'q', work_ms: 100, publishes: [{ to: 'reply_to' }] }],
        },
      ],
    });
    expect(flightsBetween(history, 0, 2_000).map(wayOf)).toEqual([
      'publish: client:p → queue:q, 0–400',
      'deliver: queue:q → client:c, 400–800',
      'reply: client:c → queue:replies, 900–1300',
      'ack: client:c → queue:q, 900–1300',
    ]);
  });

  it('spread what the broker does in an instant, and are done before a consumer could have it', () => {
    const history = historyOf({
      exchanges: [
        { name: 'x', type: 'topic', arguments: { 'alternate-exchange': 'other' } },
        { name: 'other', type: 'fanout' },
        { name: 'last', type: 'fanout' },
      ],
      queues: [{ name: 'q' }],
      bindings: [
        { source: 'other', destination: 'last', destination_type: 'exchange' },
        { source: 'last', destination: 'q' },
      ],
      clients: [
        { name: 'p', publishers: [{ ...once, exchange: 'x' }] },
        { name: 'c', consumers: [{ queue: 'q', work_ms: 5_000 }] },
      ],
    });
    expect(flightsBetween(history, 0, 2_000).map(wayOf)).toEqual([
      'publish: client:p → exchange:x, 0–400',
      'alternate: exchange:x → exchange:other, 400–600',
      'route: exchange:other → exchange:last, 600–700',
      'route: exchange:last → queue:q, 700–750',
      'deliver: queue:q → client:c, 750–800',
    ]);
  });

  it('take a dead letter to its exchange and on, at leisure where nobody waits for it', () => {
    const history = historyOf({
      exchanges: [{ name: 'dlx', type: 'fanout' }],
      queues: [
        { name: 'q', arguments: { 'x-message-ttl': 0, 'x-dead-letter-exchange': 'dlx' } },
        { name: 'dead', arguments: { 'x-message-ttl': 3_000, 'x-dead-letter-exchange': '' } },
      ],
      bindings: [{ source: 'dlx', destination: 'dead' }],
      clients: [{ name: 'p', publishers: [{ ...once, routing_key: 'q' }] }],
    });
    expect(flightsBetween(history, 0, 2_000).map(wayOf)).toEqual([
      'publish: client:p → queue:q, 0–400',
      'dead-letter: queue:q → exchange:dlx, 400–650',
      'route: exchange:dlx → queue:dead, 650–900',
    ]);
  });

  it('bring back what reaches no queue', () => {
    const history = historyOf({
      exchanges: [{ name: 'x' }],
      clients: [{ name: 'p', publishers: [{ ...once, exchange: 'x', mandatory: true }] }],
    });
    expect(flightsBetween(history, 0, 2_000).map(wayOf)).toEqual([
      'publish: client:p → exchange:x, 0–400',
      'return: exchange:x → client:p, 400–800',
    ]);
  });

  it('follow, of several bindings between two nodes, the one that matched', () => {
    const history = historyOf({
      exchanges: [{ name: 'x', type: 'topic' }],
      queues: [{ name: 'q' }],
      bindings: ['other.#', 'order.*', 'nothing'].map((routing_key) => ({
        source: 'x',
        destination: 'q',
        routing_key,
      })),
      clients: [{ name: 'p', publishers: [{ ...once, exchange: 'x', routing_key: 'order.new' }] }],
    });
    const [route] = flightsIn(seek(history, at(500)), 500);
    expect(route?.kind).toBe('route');
    expect(route?.via).toContain('order.*');
  });

  it('are lost with the connection', () => {
    const drop = { type: 'connection.drop', client: 'p' } as const;
    const clients = [{ name: 'p', publishers: [{ ...once, routing_key: 'q' }] }];
    const history = seek(historyOf({ queues: [{ name: 'q' }], clients }), at(200));
    expect(flightsIn(history, 200)).toHaveLength(1);
    expect(flightsIn(intervene(history, drop), 200)).toEqual([]);
  });

  it(
    'are the same whether one plays to an instant or jumps there',
    () => {
      const jumps = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 2, maxLength: 8 });
      fc.assert(
        fc.property(fc.nat(), jumps, (seed, instants) => {
          let wandering = beginHistory(aRun({ seed }), { stepsPerCheckpoint: 20 });
          for (const ms of instants) {
            wandering = seek(wandering, at(ms));
            const seen = flightsIn(wandering, ms);
            let played = beginHistory(aRun({ seed }));
            for (let now = 0; now < ms; now += 170) {
              played = seek(played, at(now));
              flightsIn(played, now);
            }
            expect(flightsIn(seek(played, at(ms)), ms)).toEqual(seen);
          }
        }),
        { numRuns: 30 },
      );
    },
    lawTimeoutMs,
  );

  it(
    'show no copy in two places at once, and never arrive after the simulation',
    () => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const flights = flightsBetween(beginHistory(aRun({ seed })), 0, 1_500);
          expect(flights.length).toBeGreaterThan(10);
          for (const { departs, arrives } of flights) expect(departs).toBeLessThan(arrives);
          for (const delivery of flights.filter(({ kind }) => kind === 'deliver')) {
            const arrivals = flights.filter(
              ({ to, message, departs }) =>
                to === delivery.from && message === delivery.message && departs <= delivery.departs,
            );
            for (const { arrives, kind } of arrivals)
              if (kind === 'route') expect(arrives).toBeLessThanOrEqual(delivery.departs);
          }
        }),
        { numRuns: 5 },
      );
    },
    lawTimeoutMs,
  );
});
