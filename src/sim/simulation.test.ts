import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BrokerEvent, Instant } from '#engine';
import { aRun } from '../testing/a-run.ts';
import { aBareScenario, aScenario } from '../testing/a-scenario.ts';
import { sameCollections } from '../testing/same-collections.ts';
import { entriesOf } from './find-entries.ts';
import { readyTotal, unackedTotal } from './metrics.ts';
import type { Act } from './run.ts';
import type { Simulation } from './simulation-state.ts';
import { advance, nextInstant, startSimulation, step } from './simulation.ts';

expect.addEqualityTesters([sameCollections]);

const at = (ms: number): Instant => ms as Instant;

/** A list of acts at instants on a coarse grid. */
const interventions = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 300 }).map((tens) => at(tens * 10)),
    act: fc.constantFrom<Act>(
      { type: 'client.stop', client: 'warehouse-1' },
      { type: 'client.start', client: 'warehouse-1' },
      { type: 'connection.drop', client: 'auditor' },
      { type: 'queue.purge', vhost: '/', queue: 'all' },
      { type: 'broker.restart' },
      { type: 'edit', body: aScenario({ queues: [{ name: 'eu' }, { name: 'all' }] }) },
      { type: 'edit', body: aScenario() },
    ),
  }),
  { maxLength: 4 },
);

/** Steps until that instant and hands over what each step brought about. */
function play(start: Simulation, until: number, look: (events: readonly BrokerEvent[]) => void) {
  let simulation = start;
  look(simulation.latest);
  while ((nextInstant(simulation) ?? Infinity) <= until) {
    simulation = step(simulation);
    look(simulation.latest);
  }
  return simulation;
}

/** Laws try many runs, and the machine may have other work. */
const lawTimeoutMs = 60_000;

describe('a simulation', () => {
  it(
    'comes to the same, however far one advances at a time',
    () => {
      const stops = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 20 });
      fc.assert(
        fc.property(fc.nat(), stops, interventions, (seed, instants, acts) => {
          const ordered = acts.toSorted((one, other) => one.at - other.at);
          const start = startSimulation(aRun({ seed, interventions: ordered }));
          let strolling = start;
          for (const stop of instants.toSorted((one, other) => one - other))
            strolling = advance(strolling, at(stop));
          expect(advance(strolling, at(3_000))).toEqual({
            ...advance(start, at(3_000)),
            latest: expect.anything(),
          });
        }),
        { numRuns: 40 },
      );
    },
    lawTimeoutMs,
  );

  it(
    'loses no copy of a message: each is ready, unacknowledged, settled, or gone for a reason',
    () => {
      fc.assert(
        fc.property(fc.nat(), interventions, (seed, acts) => {
          const ordered = acts.toSorted((one, other) => one.at - other.at);
          let heldCount = 0;
          const simulation = play(
            startSimulation(aRun({ seed, interventions: ordered })),
            4_000,
            (events) => {
              for (const event of events) heldCount += changeOf(event);
            },
          );
          const { broker, counters } = simulation;
          expect(heldCount).toBe(readyTotal(broker) + unackedTotal(broker));
          expect(counters.published).toBeGreaterThan(0);
        }),
        { numRuns: 60 },
      );
    },
    lawTimeoutMs,
  );

  it(
    'counts as unacknowledged what some channel still has to settle',
    () => {
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 0, max: 3_000 }), (seed, until) => {
          const { broker } = advance(startSimulation(aRun({ seed })), at(until));
          const unacked = [...broker.channels.values()].flatMap((channel) => [
            ...channel.unacked.values(),
          ]);
          for (const { queues } of broker.vhosts.values()) {
            for (const queue of queues.values()) {
              const own = unacked.filter(({ queueId }) => queueId === queue.id);
              expect(queue.unackedCount).toBe(own.length);
            }
          }
        }),
        { numRuns: 40 },
      );
    },
    lawTimeoutMs,
  );

  it('numbers messages in the order in which they are sent, whenever they arrive', () => {
    const published: number[] = [];
    const slowAndFast = aBareScenario({
      queues: [{ name: 'q' }],
      clients: [100, 10].map((latency_ms, index) => ({
        name: `p${index}`,
        latency_ms,
        publishers: [
          { routing_key: 'q', rate: { kind: 'steady', per_second: 20 }, starts_after_ms: index },
        ],
      })),
    });
    play(startSimulation(aRun({ scenario: slowAndFast })), 330, (events) => {
      for (const event of events)
        if (event.type === 'message.published') published.push(event.message.id);
    });
    // The second client sends after the first, and overtakes it.
    expect(published.slice(0, 6)).toEqual([2, 4, 1, 6, 3, 8]);
    expect(new Set(published).size).toBe(published.length);
  });

  it('lets messages expire at their own instants, also when a shorter life begins later', () => {
    const queue = (name: string, ttl: number) => ({ name, arguments: { 'x-message-ttl': ttl } });
    const publisher = (routing_key: string, starts_after_ms: number) => ({
      routing_key,
      starts_after_ms,
      rate: { kind: 'steady' as const, per_second: 1 },
      limit: 1,
    });
    const scenario = aBareScenario({
      latency_ms: 10,
      queues: [queue('long', 1_000), queue('short', 100)],
      clients: [{ name: 'p', publishers: [publisher('long', 0), publisher('short', 200)] }],
    });
    const { journal } = advance(startSimulation(aRun({ scenario })), at(5_000));
    const expiries = entriesOf(journal, { kinds: ['message.discarded'], max: 10 });
    expect(expiries.map((entry) => entry.at)).toEqual([310, 1_010]);
  });

  it('stands with its clients connected at its first instant', () => {
    const start = startSimulation(aRun());
    expect([...start.clients.values()].every(({ status }) => status === 'running')).toBe(true);
    expect(start.now).toBe(0);
    expect(start.broker.vhosts.get('/' as never)?.queues.get('eu' as never)?.consumers.size).toBe(
      2,
    );
  });

  it('leaves a client alone that does not start with the run', () => {
    const scenario = aBareScenario({
      queues: [{ name: 'q' }],
      clients: [{ name: 'late', starts: false, consumers: [{ queue: 'q' }] }],
    });
    const run = aRun({
      scenario,
      interventions: [{ at: at(1_000), act: { type: 'client.start', client: 'late' } }],
    });
    const statusAt = (ms: number) =>
      advance(startSimulation(run), at(ms)).clients.get('late')?.status;
    expect([statusAt(999), statusAt(1_000), statusAt(1_799), statusAt(1_800)]).toEqual([
      'stopped',
      'connecting',
      'connecting',
      'running',
    ]);
  });

  it('gets on even where nothing takes any time', () => {
    const scenario = aBareScenario({
      latency_ms: 0,
      queues: [{ name: 'a' }, { name: 'b' }],
      clients: [
        {
          name: 'first',
          publishers: [{ routing_key: 'a', rate: { kind: 'bursts', size: 50, every_ms: 1_000 } }],
        },
        { name: 'ab', consumers: [{ queue: 'a', work_ms: 0, publishes: [{ routing_key: 'b' }] }] },
        { name: 'ba', consumers: [{ queue: 'b', work_ms: 0, publishes: [{ routing_key: 'a' }] }] },
        {
          name: 'stubborn',
          consumers: [{ queue: 'a', work_ms: 0, outcomes: [{ does: 'requeue' }] }],
        },
        {
          name: 'crasher',
          consumers: [
            { queue: 'b', work_ms: 0, outcomes: [{ does: 'crash' }], reconnect_after_ms: 0 },
          ],
        },
        {
          name: 'insister',
          publishers: [
            {
              exchange: 'amq.topic',
              rate: { kind: 'steady', per_second: 1 },
              mandatory: true,
              on_return: 'retry',
              retry_after_ms: 0,
            },
          ],
        },
      ],
    });
    const simulation = advance(startSimulation(aRun({ scenario })), at(200));
    expect(simulation.now).toBe(200);
    expect(simulation.counters.requeued).toBeGreaterThan(10);
  });

  it('serves every virtual host that the document names', () => {
    const scenario = aBareScenario({
      vhosts: [{ name: '/' }, { name: 'other' }],
      queues: [
        { name: 'q', vhost: 'other' },
        { name: 'q', arguments: { 'x-max-length': 1 } },
      ],
      clients: [
        {
          name: 'p',
          vhost: 'other',
          publishers: [{ routing_key: 'q', rate: { kind: 'steady', per_second: 10 } }],
        },
      ],
    });
    const { broker } = advance(startSimulation(aRun({ scenario })), at(2_000));
    const readyIn = (vhost: string) =>
      broker.vhosts.get(vhost as never)?.queues.get('q' as never)?.readyCount;
    expect(readyIn('other')).toBeGreaterThan(10);
    expect(readyIn('/')).toBe(0);
  });

  it('goes on when the document asks for what the broker refuses', () => {
    const scenario = aBareScenario({
      exchanges: [{ name: 'amq.mine' }, { name: 'fine' }],
      queues: [{ name: 'bad', arguments: { 'x-message-ttl': -1 } }, { name: 'good' }],
      bindings: [
        { source: 'fine', destination: 'bad' },
        { source: 'fine', destination: 'good' },
      ],
    });
    const { broker, marks } = startSimulation(aRun({ scenario }));
    const vhost = broker.vhosts.get('/' as never);
    expect([...(vhost?.queues.keys() ?? [])]).toEqual(['good']);
    expect(vhost?.exchanges.get('fine' as never)?.bindings.size).toBe(1);
    expect(marks.list).toContainEqual({ at: 0, kind: 'refusal' });
  });
});

/** By how much an event changes the number of copies that queues account for. */
function changeOf(event: BrokerEvent): number {
  switch (event.type) {
    case 'message.enqueued':
      return 1;
    case 'message.delivered':
      return event.kind === 'fact' && event.noAck ? -1 : 0;
    case 'message.acknowledged':
    case 'message.dead-lettered':
    case 'message.discarded':
      return -1;
    default:
      return 0;
  }
}
