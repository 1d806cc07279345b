/**
 * The keys of policies that a form offers, by what the policy applies to. Most are arguments of queues
 * under another name; any other key can be written in the free table below them.
 */
import type { BrokerProfile } from '#engine';
import { anyCount, anyMs } from '../inspector/forms/reading.ts';
import { exchangeArguments, queueArguments } from '../inspector/forms/known-arguments.ts';
import type { KnownArgument } from '../inspector/forms/known-arguments.ts';

const docs = 'https://www.rabbitmq.com/docs';

/** Keys of queues that are arguments, too; their help holds for both. */
const shared = [
  'message-ttl',
  'expires',
  'max-length',
  'max-length-bytes',
  'overflow',
  'dead-letter-exchange',
  'dead-letter-routing-key',
] as const;

const own: readonly KnownArgument[] = [
  {
    name: 'delivery-limit',
    kind: 'number',
    bounds: { min: -1, max: anyCount.max },
    unit: 'times',
    help: 'How often a message may come back to a quorum queue before it is dead-lettered.',
    docs: `${docs}/quorum-queues#poison-message-handling`,
  },
  {
    name: 'dead-letter-strategy',
    kind: 'choice',
    choices: [
      { value: 'at-most-once', label: 'at-most-once' },
      { value: 'at-least-once', label: 'at-least-once' },
    ],
    help: 'Whether a quorum queue keeps a dead letter until a queue has taken it.',
    docs: `${docs}/quorum-queues#dead-lettering`,
  },
  {
    name: 'max-age',
    kind: 'text',
    help: 'How long a stream keeps messages: 7D, 12h, 30m or 10s.',
    docs: `${docs}/streams#retention`,
  },
  {
    name: 'stream-max-segment-size-bytes',
    kind: 'number',
    bounds: anyCount,
    unit: 'bytes',
    help: 'How large a segment of a stream grows; it lets go of whole segments only.',
    docs: `${docs}/streams#retention`,
  },
  {
    name: 'consumer-timeout',
    kind: 'number',
    bounds: anyMs,
    unit: 'ms',
    help: 'How long a consumer may take to acknowledge before its channel is closed.',
    docs: `${docs}/consumers#acknowledgement-timeout`,
  },
];

const byName: ReadonlyMap<string, KnownArgument> = new Map([
  ...own.map((key) => [key.name, key] as const),
  ...exchangeArguments.map((key) => [key.name, key] as const),
  ...queueArguments.flatMap((argument) => {
    const name = shared.find((one) => `x-${one}` === argument.name);
    return name === undefined ? [] : [[name, { ...argument, name }] as const];
  }),
]);

const streamKeys = ['max-length-bytes', 'max-age', 'stream-max-segment-size-bytes'];
const quorumKeys = [...shared, 'delivery-limit', 'dead-letter-strategy', 'consumer-timeout'];
const classicKeys = [...shared, 'consumer-timeout'];
const queueKeys = [...new Set([...quorumKeys, ...streamKeys])];

const keysByTarget: Readonly<Record<string, readonly string[]>> = {
  all: [...queueKeys, 'alternate-exchange'],
  queues: queueKeys,
  exchanges: ['alternate-exchange'],
  classic_queues: classicKeys,
  quorum_queues: quorumKeys,
  streams: streamKeys,
};

/** Operators set limits, and nothing else. */
const operatorKeys = ['message-ttl', 'expires', 'max-length', 'max-length-bytes', 'delivery-limit'];

interface KeysQuestion {
  readonly applyTo: string;
  readonly isOperators: boolean;
  readonly profile: BrokerProfile;
}

/** In the order in which they are offered. */
export function policyKeysFor({ applyTo, isOperators, profile }: KeysQuestion): KnownArgument[] {
  const names = keysByTarget[applyTo] ?? queueKeys;
  const isKnown = (name: string): boolean => {
    if (name === 'consumer-timeout') return profile.policiesKnowNewerKeys && !isOperators;
    if (!isOperators || operatorKeys.includes(name)) return true;
    return name === 'overflow' && profile.operatorPoliciesKnowOverflow;
  };
  return names.flatMap((name) => (isKnown(name) ? (byName.get(name) ?? []) : []));
}

export interface Target {
  readonly value: string;
  readonly label: string;
}

/** What `apply-to` may say, in the words of RabbitMQ. */
export const targetsFor = ({ policiesNameQueueTypes }: BrokerProfile): readonly Target[] => [
  { value: 'all', label: 'all: exchanges and queues' },
  { value: 'queues', label: 'queues' },
  { value: 'exchanges', label: 'exchanges' },
  ...(policiesNameQueueTypes
    ? ['classic_queues', 'quorum_queues', 'streams'].map((value) => ({ value, label: value }))
    : []),
];
