/**
 * What those who run the broker have set up, as the scenario says it: users and their permissions,
 * policies, limits. An edit asks for what has changed and nothing else.
 */
import { guest } from '#engine';
import type { Command, ExchangeName, FieldTable, UserName, VhostName } from '#engine';
import type {
  PermissionSpec,
  PolicySpec,
  ScenarioBody,
  TopicPermissionSpec,
  UserSpec,
  VhostSpec,
} from '#scenario';
import { sameData } from './same-data.ts';

type Parts = Pick<
  ScenarioBody,
  'vhosts' | 'users' | 'permissions' | 'topic_permissions' | 'policies' | 'operator_policies'
>;

const nothing: Parts = {
  vhosts: [],
  users: [],
  permissions: [],
  topic_permissions: [],
  policies: [],
  operator_policies: [],
};

/** What goes is cleared before whoever it is about, and what comes is set after. */
export function commandsThatSetUp(after: Parts, before: Parts = nothing): readonly Command[] {
  const parts = [
    changes(before.users, after.users, ({ name }) => name, setUser, deleteUser),
    changes(before.permissions, after.permissions, permissionKey, setPermissions, clearPermissions),
    changes(
      before.topic_permissions,
      after.topic_permissions,
      (spec) => `${permissionKey(spec)} ${spec.exchange}`,
      setTopicPermissions,
      clearTopicPermissions,
    ),
    changes(before.policies, after.policies, policyKey, setPolicy(''), clearPolicy('')),
    changes(
      before.operator_policies,
      after.operator_policies,
      policyKey,
      setPolicy('operator-'),
      clearPolicy('operator-'),
    ),
  ];
  return [
    ...parts.toReversed().flatMap(({ gone }) => gone),
    ...limitChanges(before.vhosts, after.vhosts),
    ...parts.flatMap(({ come }) => come),
  ];
}

interface Changes {
  readonly gone: readonly Command[];
  readonly come: readonly Command[];
}

function changes<Spec>(
  before: readonly Spec[],
  after: readonly Spec[],
  keyOf: (spec: Spec) => string,
  set: (spec: Spec) => Command,
  clear: (spec: Spec) => Command,
): Changes {
  const old = new Map(before.map((spec) => [keyOf(spec), spec]));
  const next = new Map(after.map((spec) => [keyOf(spec), spec]));
  return {
    gone: [...old].filter(([key]) => !next.has(key)).map(([, spec]) => clear(spec)),
    come: [...next].filter(([key, spec]) => !sameData(old.get(key), spec)).map(([, s]) => set(s)),
  };
}

const permissionKey = ({ user, vhost }: Pick<PermissionSpec, 'user' | 'vhost'>): string =>
  JSON.stringify([user, vhost]);

const policyKey = ({ name, vhost }: PolicySpec): string => JSON.stringify([name, vhost]);

const setUser = ({ name, tags }: UserSpec): Command => ({
  type: 'user.set',
  user: name as UserName,
  tags,
});

/** guest is there anyway, and may do everything where a document does not say otherwise. */
const deleteUser = ({ name }: UserSpec): Command =>
  name === guest
    ? { type: 'user.set', user: guest, tags: ['administrator'] }
    : { type: 'user.delete', user: name as UserName };

const inVhost = ({ user, vhost }: Pick<PermissionSpec, 'user' | 'vhost'>) => ({
  user: user as UserName,
  vhost: vhost as VhostName,
});

const setPermissions = (spec: PermissionSpec): Command => {
  const { configure, write, read } = spec;
  return { type: 'permissions.set', ...inVhost(spec), configure, write, read };
};

const clearPermissions = (spec: PermissionSpec): Command =>
  spec.user === guest
    ? setPermissions({ ...spec, configure: '.*', write: '.*', read: '.*' })
    : { type: 'permissions.clear', ...inVhost(spec) };

const setTopicPermissions = (spec: TopicPermissionSpec): Command => {
  const { write, read } = spec;
  const exchange = spec.exchange as ExchangeName;
  return { type: 'topic-permissions.set', ...inVhost(spec), exchange, write, read };
};

const clearTopicPermissions = (spec: TopicPermissionSpec): Command => ({
  type: 'topic-permissions.clear',
  ...inVhost(spec),
  exchange: spec.exchange as ExchangeName,
});

const setPolicy =
  (whose: '' | 'operator-') =>
  (spec: PolicySpec): Command => ({
    type: `${whose}policy.set`,
    vhost: spec.vhost as VhostName,
    name: spec.name,
    pattern: spec.pattern,
    definition: spec.definition as FieldTable,
    applyTo: spec['apply-to'],
    priority: spec.priority,
  });

const clearPolicy =
  (whose: '' | 'operator-') =>
  ({ name, vhost }: PolicySpec): Command => ({
    type: `${whose}policy.clear`,
    vhost: vhost as VhostName,
    name,
  });

const limitNames = ['max-queues', 'max-connections'] as const;

function limitChanges(
  before: readonly VhostSpec[],
  after: readonly VhostSpec[],
): readonly Command[] {
  return after.flatMap(({ name, limits }) => {
    const vhost = name as VhostName;
    const old = before.find((spec) => spec.name === name)?.limits;
    return limitNames.flatMap((limit): readonly Command[] => {
      const value = limits?.[limit];
      if (value === old?.[limit]) return [];
      return value === undefined
        ? [{ type: 'vhost-limit.clear', vhost, name: limit }]
        : [{ type: 'vhost-limit.set', vhost, name: limit, value }];
    });
  });
}
