/**
 * Edits of what those who run the broker set up. A thing is told by its name and virtual host; what is
 * set again takes the place of what was there.
 */
import { nodeKeyOf } from '../node-key.ts';
import type { NodeKind } from '../node-key.ts';
import type {
  PermissionSpec,
  PolicySpec,
  Scenario,
  TopicPermissionSpec,
  UserSpec,
  VhostSpec,
} from '../schema.ts';
import { keepUnchanged } from './keep-unchanged.ts';

export type PolicyKind = 'policies' | 'operator_policies';

type Place = Pick<PolicySpec, 'vhost' | 'name'>;

const isAt =
  ({ vhost, name }: Place) =>
  (other: Place): boolean =>
    other.vhost === vhost && other.name === name;

/** Takes the place of one of the same name. */
export function addPolicy(scenario: Scenario, kind: PolicyKind, policy: PolicySpec): Scenario {
  return keepUnchanged(scenario, {
    ...scenario,
    [kind]: put(scenario[kind], isAt(policy), policy),
  });
}

/** `place` is where it stood; its name may be another now. */
export function changePolicy(
  scenario: Scenario,
  kind: PolicyKind,
  place: Place,
  policy: PolicySpec,
): Scenario {
  const others = scenario[kind].filter((other) => isAt(place)(other) || !isAt(policy)(other));
  return keepUnchanged(scenario, { ...scenario, [kind]: put(others, isAt(place), policy) });
}

export const removePolicy = (scenario: Scenario, kind: PolicyKind, place: Place): Scenario =>
  keepUnchanged(scenario, {
    ...scenario,
    [kind]: scenario[kind].filter((policy) => !isAt(place)(policy)),
  });

export const addUser = (scenario: Scenario, user: UserSpec): Scenario =>
  changeUser(scenario, user.name, user);

/** Where its name is another now, what the user may do and the clients that are it follow. */
export function changeUser(scenario: Scenario, name: string, user: UserSpec): Scenario {
  const withUser = keepUnchanged(scenario, {
    ...scenario,
    users: put(scenario.users, (other) => other.name === name, user),
  });
  if (user.name === name) return withUser;
  const follow = <Spec extends { readonly user: string }>(spec: Spec): Spec =>
    spec.user === name ? { ...spec, user: user.name } : spec;
  return keepUnchanged(scenario, {
    ...withUser,
    permissions: scenario.permissions.map(follow),
    topic_permissions: scenario.topic_permissions.map(follow),
    clients: scenario.clients.map(follow),
  });
}

/** What the user might do goes too; clients that were the user are guest again. */
export const removeUser = (scenario: Scenario, name: string): Scenario =>
  keepUnchanged(scenario, {
    ...scenario,
    users: scenario.users.filter((user) => user.name !== name),
    permissions: scenario.permissions.filter(({ user }) => user !== name),
    topic_permissions: scenario.topic_permissions.filter(({ user }) => user !== name),
    clients: scenario.clients.map((client) =>
      client.user === name ? { ...client, user: 'guest' } : client,
    ),
  });

export const changePermissions = (scenario: Scenario, permission: PermissionSpec): Scenario =>
  keepUnchanged(scenario, {
    ...scenario,
    permissions: put(scenario.permissions, isSamePermission(permission), permission),
  });

export const clearPermissions = (
  scenario: Scenario,
  whose: Pick<PermissionSpec, 'user' | 'vhost'>,
): Scenario =>
  keepUnchanged(scenario, {
    ...scenario,
    permissions: scenario.permissions.filter((other) => !isSamePermission(whose)(other)),
  });

export const changeTopicPermissions = (
  scenario: Scenario,
  permission: TopicPermissionSpec,
): Scenario =>
  keepUnchanged(scenario, {
    ...scenario,
    topic_permissions: put(
      scenario.topic_permissions,
      isSameTopicPermission(permission),
      permission,
    ),
  });

export const clearTopicPermissions = (
  scenario: Scenario,
  whose: Pick<TopicPermissionSpec, 'user' | 'vhost' | 'exchange'>,
): Scenario =>
  keepUnchanged(scenario, {
    ...scenario,
    topic_permissions: scenario.topic_permissions.filter(
      (other) => !isSameTopicPermission(whose)(other),
    ),
  });

/** A limit that is undefined is none. */
export function changeVhostLimits(
  scenario: Scenario,
  vhost: string,
  limits: Readonly<{
    'max-queues'?: number | undefined;
    'max-connections'?: number | undefined;
  }>,
): Scenario {
  const set = Object.entries(limits).filter(([, value]) => value !== undefined);
  const change = ({ name }: VhostSpec): VhostSpec =>
    set.length === 0 ? { name } : { name, limits: Object.fromEntries(set) };
  return keepUnchanged(scenario, {
    ...scenario,
    vhosts: scenario.vhosts.map((spec) => (spec.name === vhost ? change(spec) : spec)),
  });
}

/** All that is in the virtual host goes with it. */
export function removeVhost(scenario: Scenario, vhost: string): Scenario {
  const isElsewhere = (spec: { readonly vhost: string }): boolean => spec.vhost !== vhost;
  const { exchanges, queues, clients } = scenario;
  const keysOf = (kind: NodeKind, specs: readonly Place[]): readonly string[] =>
    specs.flatMap((spec) => (isElsewhere(spec) ? [] : [nodeKeyOf(kind, spec.name, vhost)]));
  const gone = new Set([
    ...keysOf('exchange', exchanges),
    ...keysOf('queue', queues),
    ...keysOf('client', clients),
  ]);
  return keepUnchanged(scenario, {
    ...scenario,
    vhosts: scenario.vhosts.filter(({ name }) => name !== vhost),
    exchanges: exchanges.filter(isElsewhere),
    queues: queues.filter(isElsewhere),
    bindings: scenario.bindings.filter(isElsewhere),
    clients: clients.filter(isElsewhere),
    positions: Object.fromEntries(
      Object.entries(scenario.positions).filter(([key]) => !gone.has(key)),
    ),
    permissions: scenario.permissions.filter(isElsewhere),
    topic_permissions: scenario.topic_permissions.filter(isElsewhere),
    policies: scenario.policies.filter(isElsewhere),
    operator_policies: scenario.operator_policies.filter(isElsewhere),
  });
}

const isSamePermission =
  ({ user, vhost }: Pick<PermissionSpec, 'user' | 'vhost'>) =>
  (other: PermissionSpec): boolean =>
    other.user === user && other.vhost === vhost;

const isSameTopicPermission =
  ({ user, vhost, exchange }: Pick<TopicPermissionSpec, 'user' | 'vhost' | 'exchange'>) =>
  (other: TopicPermissionSpec): boolean =>
    other.user === user && other.vhost === vhost && other.exchange === exchange;

function put<Spec>(
  specs: readonly Spec[],
  isMeant: (spec: Spec) => boolean,
  next: Spec,
): readonly Spec[] {
  return specs.some(isMeant)
    ? specs.map((spec) => (isMeant(spec) ? next : spec))
    : [...specs, next];
}
