import { describe, expect, it } from 'vitest';
import {
  addPolicy,
  addUser,
  changePermissions,
  changePolicy,
  changeTopicPermissions,
  changeUser,
  changeVhostLimits,
  checkScenario,
  clearPermissions,
  clearTopicPermissions,
  completeScenario,
  removePolicy,
  removeUser,
  removeVhost,
  renameThing,
} from '../index.ts';
import type { PolicySpec, Scenario } from '../index.ts';

const policy = (name: string, changes: Partial<PolicySpec> = {}): PolicySpec => ({
  name,
  vhost: '/',
  pattern: '^orders$',
  'apply-to': 'all',
  definition: { 'max-length': 3 },
  priority: 0,
  ...changes,
});

const shop = completeScenario({
  version: 1,
  vhosts: [{ name: '/', limits: { 'max-queues': 5 } }, { name: 'test' }],
  users: [{ name: 'anna', tags: ['monitoring'] }, { name: 'ben' }],
  permissions: [
    { user: 'anna', configure: '', write: '.*', read: '.*' },
    { user: 'anna', vhost: 'test', configure: '', write: '', read: '' },
    { user: 'ben', configure: '', write: '', read: '.*' },
  ],
  topic_permissions: [{ user: 'anna', exchange: 'orders', write: '^a', read: '.*' }],
  policies: [
    policy('short'),
    policy('short', { vhost: 'test' }),
    policy('dead', {
      definition: { 'dead-letter-exchange': 'orders', 'alternate-exchange': 'orders' },
    }),
    policy('by-name', {
      definition: { 'dead-letter-exchange': '', 'dead-letter-routing-key': 'q' },
    }),
  ],
  operator_policies: [policy('short')],
  exchanges: [
    { name: 'orders', type: 'topic' },
    { name: 'orders', type: 'topic', vhost: 'test' },
  ],
  queues: [{ name: 'q' }, { name: 'q', vhost: 'test' }],
  bindings: [
    { source: 'orders', destination: 'q' },
    { source: 'orders', destination: 'q', vhost: 'test' },
  ],
  clients: [
    { name: 'a', user: 'anna' },
    { name: 'b', user: 'ben', vhost: 'test', consumers: [{ queue: 'q' }] },
  ],
  positions: { 'queue:q': [0, 0], 'queue:q@test': [1, 1], 'client:b': [2, 2], 'client:a': [3, 3] },
});

/** An edit may not make an invalid document of a valid one. */
const valid = (scenario: Scenario): Scenario => {
  expect(checkScenario(scenario)).toEqual({ ok: true, scenario });
  return scenario;
};
const namesOf = (items: readonly { readonly name: string; readonly vhost: string }[]) =>
  items.map(({ name, vhost }) => `${name}@${vhost}`);

describe('policies', () => {
  it('are added behind the others, or in the place of their namesake', () => {
    const added = valid(addPolicy(shop, 'policies', policy('long')));
    expect(namesOf(added.policies).at(-1)).toBe('long@/');
    const again = valid(addPolicy(shop, 'policies', policy('short', { priority: 7 })));
    expect(again.policies.map(({ priority }) => priority)).toEqual([7, 0, 0, 0]);
    expect(again.operator_policies).toBe(shop.operator_policies);
  });

  it('are changed in their place, under another name too', () => {
    const place = { vhost: '/', name: 'short' };
    const renamed = valid(changePolicy(shop, 'policies', place, policy('brief')));
    expect(namesOf(renamed.policies).slice(0, 2)).toEqual(['brief@/', 'short@test']);
    const onto = valid(changePolicy(shop, 'policies', place, policy('dead', { priority: 2 })));
    expect(namesOf(onto.policies)).toEqual(['dead@/', 'short@test', 'by-name@/']);
    expect(onto.policies[0]?.priority).toBe(2);
  });

  it('are removed from their virtual host only, and from their list only', () => {
    const removed = valid(removePolicy(shop, 'policies', { vhost: '/', name: 'short' }));
    expect(namesOf(removed.policies)).toEqual(['short@test', 'dead@/', 'by-name@/']);
    expect(removed.operator_policies).toHaveLength(1);
  });
});

describe('users', () => {
  it('are added and given other tags', () => {
    expect(valid(addUser(shop, { name: 'carl', tags: [] })).users).toHaveLength(3);
    const changed = valid(changeUser(shop, 'anna', { name: 'anna', tags: [] }));
    expect(changed.users[0]).toEqual({ name: 'anna', tags: [] });
    expect(changed.permissions).toBe(shop.permissions);
  });

  it('take what they may do and their clients along to another name', () => {
    const renamed = valid(changeUser(shop, 'anna', { name: 'zoe', tags: [] }));
    expect(JSON.stringify(renamed)).not.toContain('anna');
    expect(renamed.clients[0]?.user).toBe('zoe');
    expect(renamed.permissions.filter(({ user }) => user === 'zoe')).toHaveLength(2);
    expect(renamed.topic_permissions[0]?.user).toBe('zoe');
  });

  it('go with what they may do, and leave their clients to guest', () => {
    const removed = valid(removeUser(shop, 'anna'));
    expect(removed.permissions.map(({ user }) => user)).toEqual(['ben']);
    expect(removed.topic_permissions).toEqual([]);
    expect(removed.clients.map(({ user }) => user)).toEqual(['guest', 'ben']);
  });
});

describe('permissions', () => {
  it('are set anew or in the place of those that were there', () => {
    const next = { user: 'ben', vhost: 'test', configure: '', write: '', read: '' };
    expect(valid(changePermissions(shop, next)).permissions).toHaveLength(4);
    const other = valid(changePermissions(shop, { ...next, vhost: '/', write: 'x' }));
    expect(other.permissions.map(({ write }) => write)).toEqual(['.*', '', 'x']);
  });

  it('are cleared in one virtual host', () => {
    const cleared = valid(clearPermissions(shop, { user: 'anna', vhost: '/' }));
    expect(cleared.permissions.map(({ user, vhost }) => user + vhost)).toEqual([
      'annatest',
      'ben/',
    ]);
  });

  it('for topics are set and cleared by exchange', () => {
    const spec = { user: 'anna', vhost: '/', exchange: 'amq.topic', write: '', read: '' };
    const both = valid(changeTopicPermissions(shop, spec));
    expect(both.topic_permissions.map(({ exchange }) => exchange)).toEqual(['orders', 'amq.topic']);
    const one = valid(clearTopicPermissions(both, { ...spec, exchange: 'orders' }));
    expect(one.topic_permissions).toEqual([spec]);
  });
});

describe('limits', () => {
  it('are set one by one, and there are none where all are gone', () => {
    const set = valid(changeVhostLimits(shop, 'test', { 'max-connections': 0 }));
    expect(set.vhosts[1]).toEqual({ name: 'test', limits: { 'max-connections': 0 } });
    const none = valid(changeVhostLimits(shop, '/', { 'max-queues': undefined }));
    expect(none.vhosts[0]).toEqual({ name: '/' });
  });
});

describe('what hangs on something', () => {
  it('goes with its virtual host', () => {
    const removed = valid(removeVhost(shop, 'test'));
    expect(JSON.stringify(removed)).not.toContain('test');
    expect(removed.clients.map(({ name }) => name)).toEqual(['a']);
    expect(Object.keys(removed.positions)).toEqual(['queue:q', 'client:a']);
    expect(removed.bindings).toHaveLength(1);
  });

  it('follows an exchange to its new name, in its virtual host', () => {
    const renamed = valid(renameThing(shop, 'exchange:orders', 'sales'));
    expect(renamed.topic_permissions[0]?.exchange).toBe('sales');
    expect(renamed.policies[2]?.definition).toEqual({
      'dead-letter-exchange': 'sales',
      'alternate-exchange': 'sales',
    });
    const elsewhere = valid(renameThing(shop, 'exchange:orders@test', 'sales'));
    expect(elsewhere.topic_permissions[0]?.exchange).toBe('orders');
    expect(elsewhere.policies[2]?.definition['dead-letter-exchange']).toBe('orders');
  });

  it('follows a queue that dead letters go to by name', () => {
    const renamed = valid(renameThing(shop, 'queue:q', 'r'));
    expect(renamed.policies[3]?.definition['dead-letter-routing-key']).toBe('r');
    expect(renamed.policies[0]).toBe(shop.policies[0]);
  });
});
