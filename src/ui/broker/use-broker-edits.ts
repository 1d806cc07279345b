/** Edits of what operators set up: each is one step of undo. What cannot be is said in a sentence. */
import { useMemo } from 'react';
import {
  addPolicy,
  addUser,
  changePermissions,
  changePolicy,
  changeTopicPermissions,
  changeUser,
  changeVhostLimits,
  clearPermissions,
  clearTopicPermissions,
  removePolicy,
  removeUser,
} from '#app';
import type { PermissionSpec, PolicySpec, TopicPermissionSpec, UserSpec } from '#scenario';
import { useVerbs } from '../inspector/use-verbs.ts';
import type { Verbs } from '../inspector/use-verbs.ts';
import { policyWord } from './policy-text.ts';
import type { PolicyKind } from './policy-text.ts';

/** Says why it cannot be; null where it was done. */
type Refusal = string | null;

export interface BrokerEdits {
  /** `before` is null for a new policy. */
  readonly savePolicy: (kind: PolicyKind, before: PolicySpec | null, next: PolicySpec) => Refusal;
  readonly removePolicy: (kind: PolicyKind, spec: PolicySpec) => void;
  readonly addUser: (name: string) => Refusal;
  readonly removeUser: (name: string) => void;
  readonly setTags: (user: UserSpec, tags: readonly string[]) => Refusal;
  readonly setPermissions: (permission: PermissionSpec) => Refusal;
  readonly clearPermissions: (user: string, vhost: string) => void;
  readonly setTopicPermissions: (permission: TopicPermissionSpec) => Refusal;
  readonly clearTopicPermissions: (permission: TopicPermissionSpec) => void;
  readonly setLimit: (
    vhost: string,
    limit: 'max-queues' | 'max-connections',
    value: number | undefined,
  ) => Refusal;
}

export function useBrokerEdits(): BrokerEdits {
  const { edit } = useVerbs();
  return useMemo(() => brokerEdits(edit), [edit]);
}

function brokerEdits(edit: Verbs['edit']): BrokerEdits {
  return {
    ...policyEdits(edit),
    ...userEdits(edit),
    ...permissionEdits(edit),
    ...limitEdits(edit),
  };
}

type PolicyEdits = Pick<BrokerEdits, 'savePolicy' | 'removePolicy'>;

const policyEdits = (edit: Verbs['edit']): PolicyEdits => ({
  savePolicy: (kind, before, next) =>
    before === null
      ? edit(`Add ${policyWord(kind)} ${next.name}`, (scenario) => addPolicy(scenario, kind, next))
      : edit(`Change ${policyWord(kind)} ${before.name}`, (scenario) =>
          changePolicy(scenario, kind, before, next),
        ),
  removePolicy: (kind, spec) => {
    edit(`Remove ${policyWord(kind)} ${spec.name}`, (scenario) =>
      removePolicy(scenario, kind, spec),
    );
  },
});

type UserEdits = Pick<BrokerEdits, 'addUser' | 'removeUser' | 'setTags'>;

const userEdits = (edit: Verbs['edit']): UserEdits => ({
  addUser: (name) => edit(`Add user ${name}`, (scenario) => addUser(scenario, { name, tags: [] })),
  removeUser: (name) => {
    edit(`Remove user ${name}`, (scenario) => removeUser(scenario, name));
  },
  setTags: (user, tags) =>
    edit(`Set the tags of user ${user.name}`, (scenario) =>
      changeUser(scenario, user.name, { ...user, tags }),
    ),
});

type PermissionEdits = Pick<
  BrokerEdits,
  'setPermissions' | 'clearPermissions' | 'setTopicPermissions' | 'clearTopicPermissions'
>;

const permissionEdits = (edit: Verbs['edit']): PermissionEdits => ({
  setPermissions: (permission) =>
    edit(`Set the permissions of ${permission.user}`, (scenario) =>
      changePermissions(scenario, permission),
    ),
  clearPermissions: (user, vhost) => {
    edit(`Take away the permissions of ${user}`, (scenario) =>
      clearPermissions(scenario, { user, vhost }),
    );
  },
  setTopicPermissions: (permission) =>
    edit(`Set the topic permissions of ${permission.user}`, (scenario) =>
      changeTopicPermissions(scenario, permission),
    ),
  clearTopicPermissions: (permission) => {
    edit(`Lift the topic permissions of ${permission.user}`, (scenario) =>
      clearTopicPermissions(scenario, permission),
    );
  },
});

type LimitEdits = Pick<BrokerEdits, 'setLimit'>;

const limitEdits = (edit: Verbs['edit']): LimitEdits => ({
  setLimit: (vhost, limit, value) =>
    edit(`Set ${limit} of ${vhost}`, (scenario) => {
      const before = scenario.vhosts.find(({ name }) => name === vhost)?.limits;
      return changeVhostLimits(scenario, vhost, { ...before, [limit]: value });
    }),
});
