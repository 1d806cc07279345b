/**
 * Which policy applies to a queue or an exchange: of those whose pattern matches anywhere in its name
 * and that may apply to such a thing, the one of the highest priority, and that alone. Of several of
 * one priority RabbitMQ promises nothing; here it is the first by name. A policy that defines anything
 * a queue's type does not know does not apply to it at all.
 *
 * https://www.rabbitmq.com/docs/policies#priorities
 */
import type { PersistentMap } from '#base';
import type { Exchange, Queue, QueueTypeName } from '../broker.ts';
import type { FieldTable } from '../field-table.ts';
import type { Policy } from '../operator/operators-state.ts';
import { matchesPattern } from '../patterns/matches-pattern.ts';
import type { BrokerProfile } from '../profile.ts';
import { haKeys } from './mirroring.ts';

/** The first that matches is the one that applies. */
export const inOrder = (policies: PersistentMap<string, Policy>): readonly Policy[] =>
  ranked(policies.values());

export const ranked = (policies: Iterable<Policy>): readonly Policy[] =>
  [...policies].sort(
    (one, other) =>
      other.priority - one.priority || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0),
  );

export const policyOfQueue = (
  { name, type }: Pick<Queue, 'name' | 'type'>,
  policies: readonly Policy[],
  profile: BrokerProfile,
): Policy | undefined =>
  policies.find(
    ({ applyTo, definition, pattern }) =>
      ['all', 'queues', typeNames[type]].includes(applyTo) &&
      unknownKeysOf(type, definition, profile).length === 0 &&
      matchesPattern(pattern, name),
  );

export const policyOfExchange = (
  { name }: Pick<Exchange, 'name'>,
  policies: readonly Policy[],
): Policy | undefined =>
  policies.find(
    ({ applyTo, pattern }) =>
      ['all', 'exchanges'].includes(applyTo) && matchesPattern(pattern, name),
  );

/** What a definition says that queues of this type do not know: such a policy passes them by. */
export const unknownKeysOf = (
  type: QueueTypeName,
  definition: FieldTable,
  profile: BrokerProfile,
): readonly string[] => unsupported[type](profile).filter((key) => definition[key] !== undefined);

/** What a policy that applies to queues of one type calls them. */
const typeNames: Readonly<Record<QueueTypeName, string>> = {
  classic: 'classic_queues',
  quorum: 'quorum_queues',
  stream: 'streams',
};

/** What `apply-to` may say. */
export const applyToValues = ({ policiesNameQueueTypes }: BrokerProfile): readonly string[] =>
  policiesNameQueueTypes
    ? ['all', 'queues', 'exchanges', ...Object.values(typeNames)]
    : ['all', 'queues', 'exchanges'];

const queueKeys = [
  'expires',
  'message-ttl',
  'dead-letter-exchange',
  'dead-letter-routing-key',
  'max-length',
  'overflow',
];
const memoryKeys = ['max-in-memory-length', 'max-in-memory-bytes'];
const streamKeys = ['max-age', 'stream-max-segment-size-bytes', 'initial-cluster-size'];
const quorumKeys = ['delivery-limit', 'dead-letter-strategy', 'target-group-size'];
const classicKeys = ['queue-mode', 'queue-master-locator', ...haKeys];

/** Keys that a type of queue does not know. */
const unsupported: Readonly<Record<QueueTypeName, (profile: BrokerProfile) => readonly string[]>> =
  {
    classic: ({ classicQueuesKnowLeaderLocator, classicQueuesRefuseMemoryPolicies }) => [
      ...streamKeys,
      ...quorumKeys,
      ...(classicQueuesKnowLeaderLocator ? [] : ['queue-leader-locator']),
      ...(classicQueuesRefuseMemoryPolicies ? memoryKeys : []),
    ],
    quorum: () => [...classicKeys, ...streamKeys],
    stream: () => [...queueKeys, ...memoryKeys, ...classicKeys, ...quorumKeys],
  };
