/**
 * Operator policies stand beside policies and are merged with them: of two numbers the safer one
 * counts, otherwise what the operator says.
 *
 * https://www.rabbitmq.com/docs/policies#operator-policies
 */
import type { Broker, Queue } from '../broker.ts';
import { emptyTable } from '../field-table.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import type { Policy } from '../operator/operators-state.ts';
import type { BrokerProfile } from '../profile.ts';
import { leastOf, limitOf } from './queue-settings.ts';

/** What the policy and the operator policy that apply to a thing define together. */
export function definedBy(
  policy: Policy | undefined,
  operatorPolicy: Policy | undefined,
  profile: BrokerProfile,
): FieldTable {
  const definition = policy?.definition ?? emptyTable;
  if (operatorPolicy === undefined) return definition;
  const merged: Record<string, FieldValue> = { ...definition };
  for (const [key, value] of Object.entries(operatorPolicy.definition)) {
    merged[key] = mergeValue(key, definition[key], value, profile);
  }
  return merged;
}

function mergeValue(
  key: string,
  value: FieldValue | undefined,
  operatorsValue: FieldValue,
  { negativeDeliveryLimitIsNone }: BrokerProfile,
): FieldValue {
  if (typeof value !== 'number' || typeof operatorsValue !== 'number') return operatorsValue;
  if (key === 'queue-version') return operatorsValue;
  if (key === 'target-group-size') return Math.max(value, operatorsValue);
  return key === 'delivery-limit'
    ? limitOf(value, operatorsValue, negativeDeliveryLimitIsNone)
    : leastOf(value, operatorsValue);
}

/** What a queue is defined to be by its policies, its own arguments aside. */
export function policyDefinitionOf(
  { vhosts, profile }: Pick<Broker, 'vhosts' | 'profile'>,
  { vhost, policy, operatorPolicy }: Pick<Queue, 'vhost' | 'policy' | 'operatorPolicy'>,
): FieldTable {
  const found = vhosts.get(vhost);
  if (found === undefined) return emptyTable;
  const own = policy === null ? undefined : found.policies.get(policy);
  const operators =
    operatorPolicy === null ? undefined : found.operatorPolicies.get(operatorPolicy);
  return definedBy(own, operators, profile);
}
