import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#engine';
import { checkScenario } from '#scenario';
import type { Scenario, ScenarioSpec } from '#scenario';
import { aRun } from '../testing/a-run.ts';
import { aBareScenario } from '../testing/a-scenario.ts';
import { whatIsSaid } from '../testing/what-is-said.ts';
import { operatorUser } from './operator-names.ts';
import type { Act, Intervention } from './run.ts';
import type { Simulation } from './simulation-state.ts';
import { advance, startSimulation } from './simulation.ts';

const at = (ms: number): Instant => ms as Instant;
const lawTimeoutMs = 60_000;

const begin = (scenario: Scenario, interventions: readonly Intervention[] = []): Simulation =>
  startSimulation(aRun({ scenario, interventions }));

const unique = <Item>(items: fc.Arbitrary<Item>, keyOf: (item: Item) => string) =>
  fc.uniqueArray(items, { maxLength: 3, selector: keyOf });
const vhost = fc.constantFrom('/', 'v', 'w');
const user = fc.constantFrom('guest', 'anna', 'ben');
const expression = fc.constantFrom('', '.*', '^q');
const limit = fc.constantFrom({}, { 'max-queues': 0 }, { 'max-connections': 1, 'max-queues': 5 });
const policy = fc.record({
  name: fc.constantFrom('p', 'r'),
  vhost,
  pattern: expression,
  definition: fc.constantFrom({ 'max-length': 1 }, { expires: 90_000 }),
  priority: fc.nat(1),
});
const nameAndVhost = (spec: { readonly name: string; readonly vhost: string }): string =>
  `${spec.name} ${spec.vhost}`;

/** Whom and what they name need not be there; then it is left out. */
const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    vhosts: unique(fc.record({ name: vhost, limits: limit }), ({ name }) => name),
    users: unique(fc.record({ name: user, tags: fc.subarray(['monitoring']) }), ({ name }) => name),
    permissions: unique(
      fc.record({ user, vhost, configure: expression, write: expression, read: expression }),
      (spec) => `${spec.user} ${spec.vhost}`,
    ),
    topic_permissions: unique(
      fc.record({
        user,
        vhost,
        exchange: fc.constantFrom('x', 'amq.topic'),
        write: expression,
        read: expression,
      }),
      (spec) => `${spec.user} ${spec.vhost} ${spec.exchange}`,
    ),
    policies: unique(policy, nameAndVhost),
    operator_policies: unique(
      policy.map((spec) => ({ ...spec, definition: { 'max-length': 2 } })),
      nameAndVhost,
    ),
  })
  .map((spec) => {
    const vhosts = [
      ...spec.vhosts,
      ...(spec.vhosts.some(({ name }) => name === '/') ? [] : [{ name: '/' }]),
    ];
    const isHere = (one: { readonly vhost: string }): boolean =>
      vhosts.some(({ name }) => name === one.vhost);
    const isKnown = (one: { readonly user: string; readonly vhost: string }): boolean =>
      isHere(one) && (one.user === 'guest' || spec.users.some(({ name }) => name === one.user));
    return aBareScenario({
      vhosts,
      users: spec.users,
      permissions: spec.permissions.filter(isKnown),
      topic_permissions: spec.topic_permissions.filter(isKnown),
      policies: spec.policies.filter(isHere),
      operator_policies: spec.operator_policies.filter(isHere),
    });
  });

const editTo = (body: Scenario): Act => ({ type: 'edit', body });

/** What of a broker operators set up, as plain data in a fixed order. */
function setUpIn({ broker }: Simulation): unknown {
  const byName = (one: readonly [string, unknown], other: readonly [string, unknown]): number =>
    one[0] < other[0] ? -1 : 1;
  const sorted = (map: { entries(): Iterable<readonly [string, unknown]> }) =>
    [...map.entries()].toSorted(byName);
  return {
    users: sorted(broker.users)
      .filter(([name]) => name !== operatorUser)
      .map(([name]) => {
        const { tags, permissions, topicPermissions } = broker.users.get(name as never) ?? {};
        const topics = [...(topicPermissions?.entries() ?? [])]
          .map(([where, exchanges]) => [where, sorted(exchanges)] as const)
          .filter(([, exchanges]) => exchanges.length > 0);
        return {
          name,
          tags,
          permissions: sorted(permissions ?? new Map()),
          topics: topics.toSorted(byName),
        };
      }),
    vhosts: sorted(broker.vhosts).map(([name]) => {
      const { policies, operatorPolicies, limits } = broker.vhosts.get(name as never) ?? {};
      return {
        name,
        limits,
        policies: sorted(policies ?? new Map()),
        operatorPolicies: sorted(operatorPolicies ?? new Map()),
      };
    }),
  };
}

describe('what operators set up', () => {
  it(
    'is after an edit as if the run had begun so, and nothing of it is refused',
    () => {
      fc.assert(
        fc.property(fc.array(scenario, { minLength: 2, maxLength: 4 }), (scenarios) => {
          const [first, ...others] = scenarios as [Scenario, ...Scenario[]];
          for (const one of scenarios) expect(checkScenario(one)).toMatchObject({ ok: true });
          const edits = others.map((one, index) => ({ at: at(10 + index), act: editTo(one) }));
          const edited = advance(begin(first, edits), at(100));
          const last = scenarios.at(-1) as Scenario;
          expect(setUpIn(edited)).toEqual(setUpIn(advance(begin(last), at(100))));
          expect(whatIsSaid(edited).filter((text) => text.includes('refused'))).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
    lawTimeoutMs,
  );
});

describe('the operator', () => {
  const spec: Partial<ScenarioSpec> = {
    latency_ms: 0,
    queues: [{ name: 'q' }],
    clients: [{ name: 'c', consumers: [{ queue: 'q' }] }],
  };
  const statusOf = (simulation: Simulation) => simulation.clients.get('c')?.status;
  const queuesOf = ({ broker }: Simulation) => [
    ...(broker.vhosts.get('/' as never)?.queues.keys() ?? []),
  ];

  it('takes no connection from those that a limit allows, and needs none', () => {
    const vhosts = (max: number) => [{ name: '/', limits: { 'max-connections': max } }];
    const one = advance(begin(aBareScenario({ ...spec, vhosts: vhosts(1) })), at(100));
    expect(statusOf(one)).toBe('running');
    const full = aBareScenario({
      ...spec,
      vhosts: vhosts(1),
      queues: [{ name: 'q' }, { name: 'r' }],
    });
    const edited = advance(
      begin(aBareScenario({ ...spec, vhosts: vhosts(1) }), [{ at: at(50), act: editTo(full) }]),
      at(100),
    );
    expect(queuesOf(edited)).toEqual(['q', 'r']);
    expect(edited.broker.vhosts.get('/' as never)?.limits['max-connections']).toBe(1);
    const none = advance(begin(aBareScenario({ ...spec, vhosts: vhosts(0) })), at(100));
    expect(queuesOf(none)).toEqual(['q']);
    expect(none.clients.get('c')?.lastError).toContain('connection limit (0) is reached');
  });

  it('declares what the document says though guest may not', () => {
    const permissions = [{ user: 'guest', configure: '', write: '', read: '' }];
    const simulation = advance(begin(aBareScenario({ ...spec, permissions })), at(100));
    expect(queuesOf(simulation)).toEqual(['q']);
    expect(simulation.clients.get('c')?.lastError).toContain("read access to queue 'q'");
  });

  it('cuts off the clients of a user that is gone, and of a virtual host that is gone', () => {
    const before = aBareScenario({
      ...spec,
      vhosts: [{ name: '/' }, { name: 'v' }],
      users: [{ name: 'anna' }],
      permissions: [{ user: 'anna', configure: '', write: '', read: '.*' }],
      clients: [{ name: 'c', user: 'anna', consumers: [{ queue: 'q' }] }],
    });
    const after = { ...before, users: [], permissions: [], vhosts: [{ name: '/' }] };
    const simulation = advance(begin(before, [{ at: at(50), act: editTo(after) }]), at(100));
    expect(simulation.clients.get('c')?.lastError).toContain('CONNECTION_FORCED');
    expect([...simulation.broker.vhosts.keys()]).toEqual(['/']);
    const later = advance(simulation, at(10_000));
    expect(later.clients.get('c')?.lastError).toContain('ACCESS_REFUSED - Login was refused');
  });
});
