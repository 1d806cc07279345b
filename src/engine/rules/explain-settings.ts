/**
 * Where each thing that a queue or an exchange obeys comes from: its own argument, its policy or its
 * operator policy, and which of them counts.
 *
 * https://www.rabbitmq.com/docs/policies#operator-policy-conflicts
 */
import type { Broker, Exchange, Queue, Vhost } from '../broker.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import { integerOf, sameValue } from '../field-value.ts';
import type { ExchangeName, QueueName, VhostName } from '../names.ts';
import type { Policy } from '../operator/operators-state.ts';
import type { BrokerProfile } from '../profile.ts';
import { definedBy } from './operator-policies.ts';
import { leastOf, limitOf, policyWins } from './queue-settings.ts';

export type SettingOrigin = 'argument' | 'policy' | 'operator policy';

export interface SettingSource {
  readonly origin: SettingOrigin;
  readonly value: FieldValue;
  /** It says what is obeyed. */
  readonly counts: boolean;
}

export interface EffectiveSetting {
  /** As policies call it: `message-ttl`. */
  readonly key: string;
  readonly value: FieldValue;
  /** In the order argument, policy, operator policy; at least one. */
  readonly sources: readonly SettingSource[];
}

export interface SettingsExplanation {
  readonly policy: Policy | null;
  readonly operatorPolicy: Policy | null;
  readonly settings: readonly EffectiveSetting[];
}

/** What says what, before it is decided who counts. */
interface Sayings {
  readonly args: FieldTable;
  readonly policy: Policy | null;
  readonly operatorPolicy: Policy | null;
  readonly defined: FieldTable;
}

/** Null where there is no such queue. */
export function explainQueueSettings(
  { vhosts, profile }: Broker,
  vhost: VhostName,
  name: QueueName,
): SettingsExplanation | null {
  const found = vhosts.get(vhost);
  const queue = found?.queues.get(name);
  if (found === undefined || queue === undefined) return null;
  const sayings = sayingsOf(found, queue, profile);
  const keys = keysOf(sayings).filter((key) => key !== exchangeKey && key !== 'queue-type');
  const settings = keys.map((key) =>
    settingOf(key, `x-${key}`, sayings, (own, defined) =>
      settle(key, own, defined, queue, profile),
    ),
  );
  return { policy: sayings.policy, operatorPolicy: sayings.operatorPolicy, settings };
}

/** Null where there is no such exchange. */
export function explainExchangeSettings(
  { vhosts, profile }: Broker,
  vhost: VhostName,
  name: ExchangeName,
): SettingsExplanation | null {
  const found = vhosts.get(vhost);
  const exchange = found?.exchanges.get(name);
  if (found === undefined || exchange === undefined) return null;
  const sayings = sayingsOf(found, exchange, profile);
  const isSaid =
    sayings.args[exchangeKey] !== undefined || sayings.defined[exchangeKey] !== undefined;
  const settings = isSaid ? [settingOf(exchangeKey, exchangeKey, sayings, (own) => own)] : [];
  return { policy: sayings.policy, operatorPolicy: sayings.operatorPolicy, settings };
}

/** All that a policy can tell an exchange, and nothing to a queue. */
const exchangeKey = 'alternate-exchange';

function sayingsOf(
  { policies, operatorPolicies }: Vhost,
  thing: Pick<Queue | Exchange, 'arguments' | 'policy' | 'operatorPolicy'>,
  profile: BrokerProfile,
): Sayings {
  const policy = policies.get(thing.policy ?? '');
  const operatorPolicy = operatorPolicies.get(thing.operatorPolicy ?? '');
  return {
    args: thing.arguments,
    policy: (thing.policy === null ? undefined : policy) ?? null,
    operatorPolicy: (thing.operatorPolicy === null ? undefined : operatorPolicy) ?? null,
    defined: definedBy(
      thing.policy === null ? undefined : policy,
      thing.operatorPolicy === null ? undefined : operatorPolicy,
      profile,
    ),
  };
}

const keysOf = ({ args, defined }: Sayings): readonly string[] => {
  const own = Object.keys(args).filter((name) => name.startsWith('x-'));
  return [...new Set([...own.map((name) => name.slice(2)), ...Object.keys(defined)])].sort();
};

/** What is obeyed of an argument and what the policies define together; see queue-settings.ts. */
function settle(
  key: string,
  own: FieldValue,
  defined: FieldValue,
  { type }: Queue,
  { negativeDeliveryLimitIsNone }: BrokerProfile,
): FieldValue {
  // A delivery limit is always the lower one; nothing else that policies win is a number of both.
  if (key !== 'delivery-limit' && policyWins[type].includes(key)) return defined;
  const [one, other] = [integerOf(own), integerOf(defined)];
  // A limit that is no number limits nothing, and another does.
  if (one === null || other === null) return key === 'delivery-limit' ? defined : own;
  return key === 'delivery-limit'
    ? (limitOf(one, other, negativeDeliveryLimitIsNone) as number)
    : (leastOf(one, other) as number);
}

function settingOf(
  key: string,
  argumentName: string,
  { args, policy, operatorPolicy, defined }: Sayings,
  decide: (own: FieldValue, defined: FieldValue) => FieldValue,
): EffectiveSetting {
  const [own, others] = [args[argumentName], defined[key]];
  const value = (
    own === undefined ? others : others === undefined ? own : decide(own, others)
  ) as FieldValue;
  const said: readonly (readonly [SettingOrigin, FieldValue | undefined])[] = [
    ['argument', own],
    ['policy', policy?.definition[key]],
    ['operator policy', operatorPolicy?.definition[key]],
  ];
  // Where two say the same, the one that would be asked first is said to count.
  let isDecided = false;
  const sources = said.flatMap(([origin, saying]): readonly SettingSource[] => {
    if (saying === undefined) return [];
    const counts = !isDecided && isAsSaid(saying, value);
    isDecided ||= counts;
    return [{ origin, value: saying, counts }];
  });
  return { key, value, sources };
}

const isAsSaid = (saying: FieldValue, value: FieldValue): boolean => {
  const [one, other] = [integerOf(saying), integerOf(value)];
  return one === null || other === null ? sameValue(saying, value, true) : one === other;
};
