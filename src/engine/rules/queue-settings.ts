/**
 * What a queue obeys: its arguments together with what its policies define, each key by itself. Of two
 * numbers the lower one counts; otherwise the argument wins. In streams, and for some keys in quorum
 * queues, the policy wins.
 *
 * https://www.rabbitmq.com/docs/policies#operator-policy-conflicts
 */
import type { DeadLetterStrategy, Overflow, QueueSettings, QueueTypeName } from '../broker.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import { integerOf } from '../field-value.ts';
import type { ExchangeName } from '../names.ts';
import type { BrokerProfile } from '../profile.ts';

/** Keys for which an argument gives way to a policy. */
export const policyWins: Readonly<Record<QueueTypeName, readonly string[]>> = {
  classic: [],
  quorum: ['overflow', 'expires'],
  stream: ['max-length-bytes', 'max-age', 'stream-max-segment-size-bytes'],
};

/** `defined` is what the policies of the queue define; both have been checked. */
export function readQueueSettings(
  type: QueueTypeName,
  args: FieldTable,
  defined: FieldTable,
  { negativeDeliveryLimitIsNone, policiesKnowNewerKeys }: BrokerProfile,
): QueueSettings {
  const argument = (key: string): FieldValue | undefined =>
    defined[key] !== undefined && policyWins[type].includes(key) ? undefined : args[`x-${key}`];
  const least = (key: string): number | null =>
    leastOf(integerOf(argument(key) ?? null), integerOf(defined[key] ?? null));
  const text = (key: string): string | null => {
    const value = argument(key) ?? defined[key];
    return typeof value === 'string' ? value : null;
  };
  return {
    messageTtl: least('message-ttl'),
    expires: least('expires'),
    maxLength: least('max-length'),
    maxLengthBytes: least('max-length-bytes'),
    overflow: (text('overflow') ?? 'drop-head') as Overflow,
    deadLetterExchange: text('dead-letter-exchange') as ExchangeName | null,
    deadLetterRoutingKey: text('dead-letter-routing-key'),
    maxPriority: integerOf(args['x-max-priority'] ?? null),
    singleActiveConsumer: args['x-single-active-consumer'] === true,
    deliveryLimit: limitOf(
      uncheckedLimit(args['x-delivery-limit']),
      integerOf(defined['delivery-limit'] ?? null),
      negativeDeliveryLimitIsNone,
    ),
    deadLetterStrategy: (text('dead-letter-strategy') ?? 'at-most-once') as DeadLetterStrategy,
    maxAge: readAge(text('max-age')),
    maxSegmentSizeBytes: least('stream-max-segment-size-bytes'),
    consumerTimeout: policiesKnowNewerKeys ? least('consumer-timeout') : null,
  };
}

/** RabbitMQ takes any value for this limit; no count is ever above one that is not a number. */
function uncheckedLimit(value: FieldValue | undefined): number | null {
  if (value === undefined) return null;
  return integerOf(value) ?? (typeof value === 'number' ? value : Infinity);
}

/** The lower of two that are set, or the one that is. */
export function leastOf(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

/** Where a negative limit means none, it gives way to one that is set. */
export function limitOf(
  one: number | null,
  other: number | null,
  negativeIsNone: boolean,
): number | null {
  if (one === null || other === null) return one ?? other;
  const hasNone = negativeIsNone && (one < 0 || other < 0);
  return hasNone ? Math.max(one, other) : Math.min(one, other);
}

const secondMs = 1000;
const dayMs = 24 * 60 * 60 * secondMs;

/** RabbitMQ's own idea of a month and a year. */
const unitsMs: Readonly<Record<string, number>> = {
  Y: 365 * dayMs,
  M: 30 * dayMs,
  D: dayMs,
  h: 60 * 60 * secondMs,
  m: 60 * secondMs,
  s: secondMs,
};

/** `7D`, `12h`: a number and its unit. */
export function readAge(value: FieldValue | undefined): number | null {
  const match = typeof value === 'string' ? /^(\d+)([YMDhms])$/.exec(value) : null;
  if (match === null) return null;
  return Number(match[1]) * (unitsMs[match[2] as string] as number);
}
