/**
 * Queue arguments: which RabbitMQ knows, what values it accepts, and what it says where it does not.
 * They are checked in an order of RabbitMQ's own; unknown ones are accepted and mean nothing.
 *
 * https://www.rabbitmq.com/docs/queues#optional-arguments
 */
import type { QueueTypeName } from '../broker.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import { integerOf, wireTypeName } from '../field-value.ts';
import { prioritiesMax, timeToLiveMax } from '../limits.ts';
import type { BrokerProfile } from '../profile.ts';
import { internalError, invalidArgument, unsupportedArgument } from '../protocol-error.ts';
import type { QueueType } from '../queue-types/queue-type.ts';
import { readAge } from './queue-settings.ts';

/** The problem with a value, as RabbitMQ prints it; null where there is none. */
type Check = (value: FieldValue, args: FieldTable, profile: BrokerProfile) => string | null;

const overflows = ['drop-head', 'reject-publish', 'reject-publish-dlx'];
const leaderLocators = ['client-local', 'balanced', 'random', 'least-leaders', 'min-masters'];

const checks: Readonly<Record<string, Check>> = {
  'x-expires': (value) => integerProblem(value) ?? positiveTime(integerOf(value) as number),
  'x-message-ttl': (value) => integerProblem(value) ?? timeProblem(integerOf(value) as number),
  'x-dead-letter-exchange': textProblem,
  'x-dead-letter-routing-key': (value, args) =>
    textProblem(value) ??
    (args['x-dead-letter-exchange'] === undefined ? 'routing_key_but_no_dlx_defined' : null),
  'x-dead-letter-strategy': oneOf(['at-most-once', 'at-least-once'], 'invalid_dlx_strategy'),
  'x-max-length': notNegative,
  'x-max-length-bytes': notNegative,
  'x-max-in-memory-length': notNegative,
  'x-max-in-memory-bytes': notNegative,
  'x-max-priority': (value) =>
    notNegative(value) ??
    ((integerOf(value) as number) > prioritiesMax
      ? `{max_value_exceeded,${integerOf(value)}}`
      : null),
  'x-overflow': oneOf(overflows, 'invalid_overflow'),
  'x-queue-mode': (value) =>
    textProblem(value) ??
    (['default', 'lazy'].includes(value as string)
      ? null
      : `"unsupported queue mode '${value as string}'"`),
  'x-queue-version': (value) =>
    integerProblem(value) ??
    ([1, 2].includes(integerOf(value) as number)
      ? null
      : `"unsupported queue version '${integerOf(value)}'"`),
  'x-single-active-consumer': (value) => (typeof value === 'boolean' ? null : unacceptable(value)),
  'x-queue-type': textProblem,
  'x-quorum-initial-group-size': (value) =>
    integerProblem(value) ??
    notNegative(value) ??
    (integerOf(value) === 0 ? '{value_zero,0}' : null),
  'x-max-age': (value) => textProblem(value) ?? ageProblem(value as string),
  'x-stream-max-segment-size-bytes': notNegative,
  'x-initial-cluster-size': (value) =>
    notNegative(value) ?? (integerOf(value) === 0 ? '{value_zero,0}' : null),
  'x-queue-leader-locator': (value, args, profile) =>
    profile.classicQueuesKnowLeaderLocator
      ? oneOf(leaderLocators, 'invalid_queue_locator_arg')(value, args, profile)
      : null,
};

/** Refuses what RabbitMQ would; `thing` is the queue as reply texts name it. */
export function checkQueueArguments(
  args: FieldTable,
  thing: string,
  { module, refusedArguments }: Pick<QueueType, 'module' | 'refusedArguments'>,
  profile: BrokerProfile,
): void {
  const refused = refusedArguments(profile);
  for (const [name, check] of Object.entries(checks)) {
    const value = args[name];
    // What makes no sense to the type is refused whatever its value, but after all that do.
    if (value === undefined || refused.includes(name)) continue;
    const problem = check(value, args, profile);
    if (problem !== null) throw invalidArgument(name, thing, problem);
  }
  const unsupported = Object.keys(args).find((name) => refused.includes(name));
  if (unsupported !== undefined) throw unsupportedArgument(unsupported, thing, module);
}

/** The type that a declaration asks for. */
export function queueTypeIn(args: FieldTable): QueueTypeName {
  const type = args['x-queue-type'];
  return type === 'quorum' || type === 'stream' ? type : 'classic';
}

function integerProblem(value: FieldValue): string | null {
  return integerOf(value) === null ? `"expected integer, got ${wireTypeName(value)}"` : null;
}

function notNegative(value: FieldValue): string | null {
  const problem = integerProblem(value);
  if (problem !== null) return problem;
  const number = integerOf(value) as number;
  return number < 0 ? `{value_negative,${number}}` : null;
}

/** Also what the `expiration` property must obey. */
export function timeProblem(time: number): string | null {
  if (time < 0) return `{value_negative,${time}}`;
  return time > timeToLiveMax ? `{value_too_large,${time}}` : null;
}

const positiveTime = (time: number): string | null =>
  time === 0 ? '{value_zero,0}' : timeProblem(time);

/** An age whose number cannot be read is more than the channel can bear. */
function ageProblem(text: string): string | null {
  if (!/^\d/.test(text)) throw internalError();
  return (readAge(text) ?? 0) > 0 ? null : 'invalid_max_age';
}

const unacceptable = (value: FieldValue): string => `{unacceptable_type,${wireTypeName(value)}}`;

function textProblem(value: FieldValue): string | null {
  return typeof value === 'string' ? null : unacceptable(value);
}

function oneOf(values: readonly string[], problem: string): Check {
  return (value) => textProblem(value) ?? (values.includes(value as string) ? null : problem);
}
