/**
 * Delayed message exchanges: a message with an `x-delay` header waits so many milliseconds in the
 * exchange, and is then routed as an exchange of type `x-delayed-type` would. The bindings count as
 * they are by then. One that comes without a delay, or with a negative one, is routed at once.
 *
 * https://github.com/rabbitmq/rabbitmq-delayed-message-exchange
 */
import type { FieldTable, FieldValue } from '../field-table.ts';
import { integerOf, isTyped } from '../field-value.ts';
import { delayMax } from '../limits.ts';
import type { Properties } from '../message.ts';
import { preconditionFailed, unknownExchangeType } from '../protocol-error.ts';
import type { BindingIndex, ExchangeType, Knowing, Routable, Verdict } from './exchange-type.ts';

interface Index {
  /** The name of the type that routes. */
  readonly type: string;
  readonly index: BindingIndex;
}

/** `types` are all the others. */
export function delayedMessage(types: Readonly<Record<string, ExchangeType>>): ExchangeType<Index> {
  const typeNamed = (name: string): ExchangeType => types[name] as ExchangeType;
  const typeIn = (args: FieldTable): ExchangeType => typeNamed(args['x-delayed-type'] as string);
  return {
    isKnown: ({ plugins }) => plugins.includes('rabbitmq_delayed_message_exchange'),
    emptyIndex: { type: 'direct', index: typeNamed('direct').emptyIndex },
    emptyIndexFor: (args) => ({
      type: args['x-delayed-type'] as string,
      index: typeIn(args).emptyIndex,
    }),
    with: ({ type, index }, binding) => ({ type, index: typeNamed(type).with(index, binding) }),
    without: ({ type, index }, binding) => ({
      type,
      index: typeNamed(type).without(index, binding),
    }),
    // The type that routes is asked for each key, if it wants to be.
    routesOnce: true,
    route: ({ type: name, index }, message, ...rest) => {
      const type = typeNamed(name);
      for (const routingKey of keysFor(type, message)) {
        type.route(index, { ...message, routingKey }, ...rest);
      }
    },
    explain: ({ type: name, index }, binding, message, ...rest) => {
      const type = typeNamed(name);
      const verdicts = keysFor(type, message).map((routingKey) =>
        type.explain(index, binding, { ...message, routingKey }, ...rest),
      );
      const verdict = verdicts.find(({ matches }) => matches) ?? (verdicts[0] as Verdict);
      return whenDelayed(verdict, message.properties);
    },
    keeps: (properties, args) => {
      const ms = delayOf(properties);
      return ms === null ? (typeIn(args).keeps?.(properties, args) ?? null) : { how: 'delay', ms };
    },
    validateBinding: (binding, args) => typeIn(args).validateBinding?.(binding, args),
    validateArguments: (args, broker) => validateArguments(types, args, broker),
  };
}

const keysFor = (
  { routesOnce }: ExchangeType,
  { routingKey, routingKeys }: Routable,
): readonly string[] => (routesOnce === true ? [routingKey] : routingKeys);

function validateArguments(
  types: Readonly<Record<string, ExchangeType>>,
  args: FieldTable,
  broker: Knowing,
): void {
  const name = args['x-delayed-type'];
  if (typeof name !== 'string') {
    throw preconditionFailed(
      "Invalid argument, 'x-delayed-type' must be an existing exchange type",
    );
  }
  if (name === 'x-delayed-message') {
    throw preconditionFailed(
      "Invalid argument, 'x-delayed-message' can't be used for 'x-delayed-type'",
    );
  }
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined || type.isKnown?.(broker) === false) {
    throw unknownExchangeType(name, broker.profile.refusesUnknownExchangeTypeOnChannel);
  }
  type.validateArguments?.(args, broker);
}

/** It is not routed yet, so no binding takes it yet. */
function whenDelayed({ matches, reason }: Verdict, properties: Properties): Verdict {
  const ms = delayOf(properties);
  if (ms === null) return { matches, reason };
  const then = matches ? 'and would match then' : 'and would not match then';
  return { matches: false, reason: `it waits for ${ms} ms, ${then}: ${reason}` };
}

/** Null where it does not wait at all; what is longer than Erlang's timers does not either. */
function delayOf({ headers }: Properties): number | null {
  const ms = wholeNumberOf(headers?.['x-delay']);
  return ms !== null && ms > 0 && ms <= delayMax ? ms : null;
}

/** Texts and fractions are taken for the whole number in them. */
function wholeNumberOf(value: FieldValue | undefined): number | null {
  if (value === undefined) return null;
  const whole = integerOf(value);
  if (whole !== null) return whole;
  if (typeof value === 'string') return /^[+-]?\d+$/.test(value) ? Number(value) : null;
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value !== 'object' || value === null || !isTyped(value)) return null;
  const isFraction = value['!'] === 'double' || value['!'] === 'float';
  return isFraction ? Math.trunc(Number(value.value)) : null;
}

/** As it goes on when its time has come: consumers can tell how long it has waited. */
export function afterDelay(properties: Properties): Properties {
  const ms = delayOf(properties);
  if (ms === null) return properties;
  return { ...properties, headers: { ...properties.headers, 'x-delay': -ms } };
}
