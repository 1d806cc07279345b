import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindingsOf } from '#engine';
import type { Broker, Instant, VhostName } from '#engine';
import type { Scenario, ScenarioSpec } from '#scenario';
import { aBareScenario } from '../testing/a-scenario.ts';
import { sameCollections } from '../testing/same-collections.ts';
import { watchRun } from '../testing/watch-run.ts';
import { wishesThatChange } from './reconcile.ts';
import { dataText } from './same-data.ts';
import type { Simulation } from './simulation-state.ts';
import { advance, startSimulation } from './simulation.ts';

expect.addEqualityTesters([sameCollections]);

const at = (ms: number): Instant => ms as Instant;

/** What stands in a broker, as text that can be compared. */
function topologyOf({ vhosts }: Broker, broker: Broker): unknown {
  return [...vhosts.values()]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((vhost) => ({
      name: vhost.name,
      exchanges: [...vhost.exchanges.values()]
        .map(({ name, type, autoDelete, arguments: table }) =>
          dataText([name, type, autoDelete, table]),
        )
        .sort(),
      queues: [...vhost.queues.values()]
        .map(({ name, durable, arguments: table }) => dataText([name, durable, table]))
        .sort(),
      bindings: bindingsOf(broker, vhost.name as VhostName)
        .map(dataText)
        .sort(),
    }));
}

const topology = (simulation: Simulation): unknown =>
  topologyOf(simulation.broker, simulation.broker);

/** Small topologies over few names, so that they have much in common. */
const name = fc.constantFrom('a', 'b', 'c');
const spec = fc.record({
  exchanges: fc.uniqueArray(
    fc.record({ name, type: fc.constantFrom('direct', 'topic'), auto_delete: fc.boolean() }),
    { selector: ({ name: own }) => own },
  ),
  queues: fc.uniqueArray(
    fc.record({ name, arguments: fc.constantFrom({}, { 'x-max-length': 5 }) }),
    { selector: ({ name: own }) => own },
  ),
  bindings: fc.array(
    fc.record({
      source: name,
      destination: name,
      destination_type: fc.constantFrom('queue', 'exchange'),
      routing_key: fc.constantFrom('', 'k'),
    }),
    { maxLength: 5 },
  ),
});

/** Bindings between things that are there; an auto-delete exchange with none is left alone. */
function consistent(raw: Partial<ScenarioSpec>): Scenario {
  const exchanges = new Set(raw.exchanges?.map((one) => one.name));
  const queues = new Set(raw.queues?.map((one) => one.name));
  const bindings = raw.bindings?.filter(
    ({ source, destination, destination_type }) =>
      exchanges.has(source) && (destination_type === 'queue' ? queues : exchanges).has(destination),
  );
  return aBareScenario({ ...raw, ...(bindings === undefined ? {} : { bindings }) });
}

const scenario = spec.map(consistent);

/**
 * An auto-delete exchange that has lost its last binding by the user's own doing is gone, though the
 * document lists it: that is what auto-delete means. The law is about all other edits.
 */
const losesLastBinding = (before: Scenario, after: Scenario): boolean =>
  after.exchanges.some(
    (exchange) =>
      exchange.auto_delete &&
      before.bindings.some(({ source }) => source === exchange.name) &&
      !after.bindings.some(({ source }) => source === exchange.name),
  );

/** Laws try many runs, and the machine may have other work. */
const lawTimeoutMs = 60_000;

describe('an edit while the run goes on', () => {
  it(
    'leads to the topology that a run of the edited scenario begins with',
    () => {
      fc.assert(
        fc.property(scenario, scenario, (before, after) => {
          fc.pre(!losesLastBinding(before, after));
          const run = { scenario: before, seed: 1 };
          const edited = advance(
            startSimulation({
              ...run,
              interventions: [{ at: at(10), act: { type: 'edit', body: after } }],
            }),
            at(10),
          );
          const fresh = startSimulation({ scenario: after, seed: 1, interventions: [] });
          expect(topology(edited)).toEqual(topology(fresh));
        }),
        { numRuns: 500 },
      );
    },
    lawTimeoutMs,
  );

  it('asks for nothing where nothing has changed', () => {
    fc.assert(
      fc.property(scenario, (body) => {
        expect(wishesThatChange(body, structuredClone(body))).toEqual([]);
      }),
    );
  });

  it('leaves queues alone that have not changed, with what they hold', () => {
    const before = {
      latency_ms: 100,
      exchanges: [{ name: 'x', type: 'fanout' }],
      queues: [{ name: 'kept' }, { name: 'changed' }],
      bindings: [
        { source: 'x', destination: 'kept' },
        { source: 'x', destination: 'changed' },
      ],
      clients: [
        {
          name: 'shop',
          publishers: [{ exchange: 'x', rate: { kind: 'steady', per_second: 10 }, limit: 5 }],
        },
      ],
    } satisfies Partial<ScenarioSpec>;
    const body = aBareScenario({
      ...before,
      queues: [{ name: 'kept' }, { name: 'changed', arguments: { 'x-max-length': 3 } }],
    });
    const { simulation, of } = watchRun(before, 2_000, [[1_000, { type: 'edit', body }]]);
    const queues = simulation.broker.vhosts.get('/' as never)?.queues;
    expect(queues?.get('kept' as never)?.readyCount).toBe(5);
    expect(queues?.get('changed' as never)?.readyCount).toBe(0);
    expect(of('message.discarded').map(({ reason }) => reason)).toEqual(
      Array(5).fill('queue-deleted'),
    );
    expect(simulation.marks.list).toContainEqual({ at: 1_000, kind: 'edit' });
  });

  const clients = (changes: object, publisherChanges: object = {}) => ({
    latency_ms: 100,
    queues: [{ name: 'q' }, { name: 'other' }],
    clients: [
      {
        name: 'shop',
        publishers: [
          {
            routing_key: 'q',
            rate: { kind: 'steady' as const, per_second: 10 },
            ...publisherChanges,
          },
        ],
      },
      { name: 'biller', consumers: [{ queue: 'q', work_ms: 50, ...changes }] },
    ],
  });
  const editTo = (spec: Partial<ScenarioSpec>) =>
    [[1_000, { type: 'edit', body: aBareScenario(spec) }]] as const;

  it('leaves clients alone that have not changed', () => {
    const before = watchRun(clients({}), 1_000).simulation;
    const after = watchRun(clients({}), 1_000, editTo(clients({ work_ms: 10 }))).simulation;
    expect(after.clients.get('shop')).toEqual(before.clients.get('shop'));
  });

  it('has a client go on differently where the broker need not know', () => {
    const rate = { kind: 'steady', per_second: 50 } as const;
    const watched = watchRun(clients({}), 2_099, editTo(clients({ work_ms: 1 }, { rate })));
    expect(watched.of('client.connecting')).toHaveLength(2);
    const instants = watched.instantsOf('message.published').filter((one) => one > 1_100);
    expect(instants.slice(0, 3)).toEqual([1_120, 1_140, 1_160]);
  });

  it('has a client connect anew where it must', () => {
    const watched = watchRun(clients({}), 3_000, editTo(clients({ queue: 'other' })));
    expect(watched.instantsOf('client.connecting')).toEqual([0, 0, 1_000]);
    expect(watched.of('consumer.started').map(({ queue }) => queue)).toEqual(['q', 'other']);
    expect(watched.instantsOf('connection.closed')).toEqual([1_100]);
    expect(watched.simulation.clients.get('biller')?.status).toBe('running');
  });

  it('counts on where a publisher has to connect anew', () => {
    const spec = clients({}, { confirms: { outstanding_max: 5 } });
    const watched = watchRun(clients({}), 3_000, editTo(spec));
    const bodies = watched.of('message.published').map(({ message }) => message.body);
    expect(new Set(bodies).size).toBe(bodies.length);
  });

  it('starts clients that are new, and closes the connections of those that are gone', () => {
    const spec = clients({});
    const other = { ...spec, clients: [{ name: 'new', consumers: [{ queue: 'q' }] }] };
    const watched = watchRun(spec, 2_000, editTo(other));
    expect([...watched.simulation.clients.keys()]).toEqual(['new']);
    expect(watched.simulation.clients.get('new')?.status).toBe('running');
    expect(watched.of('connection.closed')).toMatchObject([
      { at: 1_000, connection: 'biller' },
      { at: 1_000, connection: 'shop' },
    ]);
    expect(watched.of('consumer.started').at(-1)).toMatchObject({ channel: 'new/c0' });
  });

  it('lets nothing overtake when a link becomes faster', () => {
    const publisher = { rate: { kind: 'steady' as const, per_second: 100 } };
    const fast = { ...clients({}, publisher), latency_ms: 1 };
    const watched = watchRun(clients({}, publisher), 2_000, editTo(fast));
    const numbers = watched.of('message.published').map(({ message }) => message.id);
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
  });
});
