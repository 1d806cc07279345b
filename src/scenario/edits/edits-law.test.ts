import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addBinding,
  addClient,
  addExchange,
  addPolicy,
  addQueue,
  addUser,
  changePermissions,
  changePolicy,
  changeTopicPermissions,
  changeVhostLimits,
  checkScenario,
  clearPermissions,
  clientKindOf,
  completeScenario,
  duplicateThings,
  moveThings,
  nodeKeyOf,
  parseScenario,
  removePolicy,
  removeThings,
  removeUser,
  renameThing,
  wire,
  writeScenario,
} from '../index.ts';
import type { Scenario } from '../index.ts';

type Edit = (scenario: Scenario) => Scenario;

const name = fc.constantFrom('a', 'b', 'c', 'a@b', 'x|y');
const vhost = fc.constantFrom('/', 'v@1');
const key = fc
  .tuple(fc.constantFrom('queue' as const, 'exchange' as const, 'client' as const), name, vhost)
  .map((parts) => nodeKeyOf(...parts));
const routingKey = fc.constantFrom('', 'k', '#');
const line = fc
  .tuple(fc.constantFrom('binding', 'publish', 'default-publish', 'subscription'), key, key)
  .map((parts) => parts.join('|'));

const user = fc.constantFrom('guest', 'anna', 'ben');
const expression = fc.constantFrom('', '.*', '^a');
const policyKind = fc.constantFrom('policies' as const, 'operator_policies' as const);
const permission = fc.record({
  user,
  vhost,
  configure: expression,
  write: expression,
  read: expression,
});
const policy = fc.record({
  name,
  vhost,
  pattern: expression,
  'apply-to': fc.constant('all' as const),
  definition: fc.constantFrom({}, { 'dead-letter-exchange': 'a' }),
  priority: fc.nat(1),
});

/** Whose user or virtual host is not there is not to be named, as the forms see to. */
const ifKnown =
  (spec: { readonly user?: string; readonly vhost: string }, change: Edit): Edit =>
  (scenario) =>
    scenario.vhosts.some(({ name }) => name === spec.vhost) &&
    [undefined, 'guest', ...scenario.users.map(({ name }) => name)].includes(spec.user)
      ? change(scenario)
      : scenario;

const operatorsEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(policyKind, policy)
    .map(([kind, spec]) => ifKnown(spec, (scenario) => addPolicy(scenario, kind, spec))),
  fc
    .tuple(policyKind, policy, policy)
    .map(([kind, place, spec]) =>
      ifKnown(spec, (scenario) => changePolicy(scenario, kind, place, spec)),
    ),
  fc.tuple(policyKind, policy).map(
    ([kind, place]): Edit =>
      (scenario) =>
        removePolicy(scenario, kind, place),
  ),
  user.map(
    (name): Edit =>
      (scenario) =>
        addUser(scenario, { name, tags: [] }),
  ),
  user.map(
    (name): Edit =>
      (scenario) =>
        removeUser(scenario, name),
  ),
  permission.map((spec) => ifKnown(spec, (scenario) => changePermissions(scenario, spec))),
  permission.map(
    (spec): Edit =>
      (scenario) =>
        clearPermissions(scenario, spec),
  ),
  fc.tuple(user, vhost, name, expression).map(([user, vhost, exchange, write]) => {
    const spec = { user, vhost, exchange, write, read: '' };
    return ifKnown(spec, (scenario) => changeTopicPermissions(scenario, spec));
  }),
  fc.tuple(vhost, fc.option(fc.nat(3), { nil: undefined })).map(
    ([vhost, max]): Edit =>
      (scenario) =>
        changeVhostLimits(scenario, vhost, { 'max-queues': max }),
  ),
);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  operatorsEdit,
  fc.tuple(name, vhost).map(
    ([name, vhost]): Edit =>
      (scenario) =>
        addQueue(scenario, { name, vhost, arguments: { 'x-dead-letter-exchange': 'a' } }),
  ),
  fc.tuple(name, vhost).map(
    ([name, vhost]): Edit =>
      (scenario) =>
        addExchange(scenario, { name, vhost, arguments: { 'alternate-exchange': 'b' } }),
  ),
  fc.tuple(name, vhost).map(
    ([name, vhost]): Edit =>
      (scenario) =>
        addClient(scenario, { name, vhost }),
  ),
  fc.tuple(key, key, routingKey).map(
    ([from, to, routingKey]): Edit =>
      (scenario) =>
        wire(scenario, from, to, { routingKey }),
  ),
  fc.tuple(key, name).map(
    ([key, name]): Edit =>
      (scenario) =>
        renameThing(scenario, key, name),
  ),
  fc.array(fc.oneof(key, line), { maxLength: 3 }).map(
    (keys): Edit =>
      (scenario) =>
        removeThings(scenario, keys),
  ),
  fc.array(key, { maxLength: 3 }).map(
    (keys): Edit =>
      (scenario) =>
        duplicateThings(scenario, keys),
  ),
  fc.tuple(key, fc.nat(900)).map(
    ([key, x]): Edit =>
      (scenario) =>
        moveThings(scenario, { [key]: [x, 100 - x] }),
  ),
);

const start = addBinding(
  completeScenario({
    version: 1,
    vhosts: [{ name: '/' }, { name: 'v@1' }],
    exchanges: [{ name: 'a' }, { name: 'b', vhost: 'v@1' }],
    queues: [{ name: 'a' }, { name: 'b', vhost: 'v@1' }],
    clients: [{ name: 'a', consumers: [{ queue: 'a', publishes: [{ exchange: 'b' }] }] }],
  }),
  { source: 'a', destination: 'a' },
);

it('Whatever is edited, a document stays a document that can be saved and opened.', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      const scenario = edits.reduce((before, change) => change(before), start);
      expect(checkScenario(scenario)).toEqual({ ok: true, scenario });
      expect(parseScenario(writeScenario(scenario))).toEqual({ ok: true, scenario });
    }),
    { numRuns: 300 },
  );
});

it('Removing things makes no client another kind of client.', () => {
  const keys = fc.array(fc.oneof(key, line), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), keys, (edits, removed) => {
      const before = edits.reduce((scenario, change) => change(scenario), start);
      const kinds = new Map(before.clients.map((client) => [client.name, clientKindOf(client)]));
      for (const client of removeThings(before, removed).clients) {
        expect(clientKindOf(client)).toBe(kinds.get(client.name));
      }
    }),
    { numRuns: 300 },
  );
});

it('An edit that changes nothing gives the same document, and one that does a different one.', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 10 }), edit, (edits, last) => {
      const before = edits.reduce((scenario, change) => change(scenario), start);
      const after = last(before);
      expect(after === before).toBe(JSON.stringify(after) === JSON.stringify(before));
    }),
    { numRuns: 300 },
  );
});
