/**
 * What policies may define: which keys RabbitMQ knows, what values it accepts, and what it says where
 * it does not. Operator policies know fewer of them.
 *
 * https://www.rabbitmq.com/docs/policies
 */
import { erlangTerm } from '../erlang-term.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import type { BrokerProfile } from '../profile.ts';
import { mirroringKeys, mirroringProblem } from './mirroring.ts';
import { readAge } from './queue-settings.ts';

interface PolicyKey {
  readonly accepts: (value: FieldValue, profile: BrokerProfile) => boolean;
  /** What the value is not; the complaint names it. */
  readonly kind: string;
  /** A value that is out of range is told the range. */
  readonly advice?: string;
  /** Absent where every version knows it. */
  readonly isKnown?: (profile: BrokerProfile) => boolean;
  /** Whether operator policies know it too. */
  readonly isOperators?: (profile: BrokerProfile) => boolean;
}

const always = (): boolean => true;
const isText = (value: FieldValue): boolean => typeof value === 'string';
const wholeFrom =
  (least: number, most = Number.POSITIVE_INFINITY) =>
  (value: FieldValue): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
const oneOf =
  (...values: readonly FieldValue[]) =>
  (value: FieldValue): boolean =>
    values.includes(value);
const isNewer = ({ policiesKnowNewerKeys }: BrokerProfile): boolean => policiesKnowNewerKeys;
const knowsOverflow = ({ operatorPoliciesKnowOverflow }: BrokerProfile): boolean =>
  operatorPoliciesKnowOverflow;

const policyKeys: Readonly<Record<string, PolicyKey>> = {
  'alternate-exchange': { accepts: isText, kind: 'alternate exchange name' },
  'consumer-timeout': { accepts: wholeFrom(0), kind: 'consumer timeout', isKnown: isNewer },
  'dead-letter-exchange': { accepts: isText, kind: 'dead letter exchange name' },
  'dead-letter-routing-key': { accepts: isText, kind: 'dead letter routing key' },
  'dead-letter-strategy': {
    accepts: oneOf('at-most-once', 'at-least-once'),
    kind: 'dead letter strategy',
  },
  'message-ttl': { accepts: wholeFrom(0), kind: 'message TTL', isOperators: always },
  expires: { accepts: wholeFrom(1), kind: 'queue expiry', isOperators: always },
  'max-length': { accepts: wholeFrom(0), kind: 'maximum length', isOperators: always },
  'max-length-bytes': {
    accepts: wholeFrom(0),
    kind: 'maximum length in bytes',
    isOperators: always,
  },
  'max-in-memory-length': {
    accepts: wholeFrom(0),
    kind: 'maximum memory in bytes',
    isOperators: always,
  },
  'max-in-memory-bytes': {
    accepts: wholeFrom(0),
    kind: 'maximum memory in bytes',
    isOperators: always,
  },
  'queue-mode': { accepts: oneOf('default', 'lazy'), kind: 'queue-mode value' },
  'queue-version': {
    accepts: oneOf(1, 2),
    kind: 'queue-version value',
    isOperators: knowsOverflow,
  },
  overflow: {
    accepts: oneOf('drop-head', 'reject-publish', 'reject-publish-dlx'),
    kind: 'overflow value',
    isOperators: knowsOverflow,
  },
  'delivery-limit': {
    accepts: (value, { negativeDeliveryLimitIsNone }) =>
      wholeFrom(negativeDeliveryLimitIsNone ? Number.NEGATIVE_INFINITY : 0)(value),
    kind: 'delivery limit',
    isOperators: always,
  },
  'max-age': { accepts: (value) => readAge(value) !== null, kind: 'max age' },
  'stream-max-segment-size-bytes': { accepts: wholeFrom(0), kind: 'segment size' },
  'stream-filter-size-bytes': {
    accepts: wholeFrom(16, 255),
    kind: 'filter size',
    advice: '. Valid range is 16-255',
    isKnown: isNewer,
  },
  'queue-leader-locator': {
    accepts: oneOf('client-local', 'balanced', 'random', 'least-leaders'),
    kind: 'queue leader locator value',
  },
  'queue-master-locator': {
    accepts: oneOf('client-local', 'min-masters', 'random'),
    kind: 'queue master locator',
  },
  'initial-cluster-size': { accepts: wholeFrom(0), kind: 'cluster size' },
  'target-group-size': {
    accepts: wholeFrom(1),
    kind: 'target group size',
    isKnown: isNewer,
    isOperators: isNewer,
  },
};

/** The first thing wrong with a definition; null where nothing is. */
export function definitionProblem(
  definition: FieldTable,
  isOperators: boolean,
  profile: BrokerProfile,
): string | null {
  const names = Object.keys(definition).sort();
  if (names.length === 0) return 'no policy provided';
  const unknown: string[] = [];
  for (const name of names) {
    const value = definition[name] as FieldValue;
    if (mirroringKeys(isOperators, profile).includes(name)) continue;
    const key = findKey(name, isOperators, profile);
    if (key === null) unknown.push(`{<<"${name}">>,${erlangTerm(value)}}`);
    else if (!key.accepts(value, profile)) return notValid(value, key);
  }
  const problem = mirroringProblem(definition, isOperators, profile);
  if (problem !== null) return problem;
  return unknown.length === 0 ? null : `[${unknown.join(',')}] are not recognised policy settings`;
}

function findKey(name: string, isOperators: boolean, profile: BrokerProfile): PolicyKey | null {
  if (!Object.hasOwn(policyKeys, name)) return null;
  const key = policyKeys[name] as PolicyKey;
  if (!(key.isKnown ?? always)(profile)) return null;
  return isOperators && key.isOperators?.(profile) !== true ? null : key;
}

const notValid = (value: FieldValue, { kind, advice = '' }: PolicyKey): string =>
  `${erlangTerm(value)} is not a valid ${kind}${advice}`;
