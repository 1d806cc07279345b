/**
 * Why a message goes where it goes: the slow path beside `route`, for people. It looks at every
 * binding and says of each, in a sentence, why it matches or does not. A property test holds that
 * both come to the same queues.
 */
import type { Binding, Broker, Exchange, Vhost } from '../broker.ts';
import { defaultExchange } from '../names.ts';
import type { ExchangeName, QueueName, VhostName } from '../names.ts';
import type { Properties } from '../message.ts';
import type { BrokerProfile } from '../profile.ts';
import { routingKeysOf } from '../rules/sender-selected-distribution.ts';
import type { Verdict } from './exchange-type.ts';
import { typeOf } from './index.ts';
import type { Addressed } from './route.ts';

export interface BindingVerdict {
  readonly binding: Binding;
  readonly matches: boolean;
  /** A sentence without a full stop, such as `* is “created”`. */
  readonly reason: string;
  /** Where the binding leads to an exchange that was not visited before: how it goes on there. */
  readonly then: RouteExplanation | null;
}

export interface RouteExplanation {
  readonly exchange: ExchangeName;
  readonly exchangeType: string;
  readonly verdicts: readonly BindingVerdict[];
  /** How it went on at the alternate exchange; null where that was not asked. */
  readonly alternate: RouteExplanation | null;
  /** All queues reached from here, each once. */
  readonly queues: readonly QueueName[];
}

/** Null where there is no such exchange. The default exchange has a verdict for each queue. */
export function explainRoute(
  broker: Broker,
  vhostName: VhostName,
  exchangeName: ExchangeName,
  message: {
    readonly routingKey: string;
    readonly properties: Properties;
    /** Where they are known; otherwise read from the headers. */
    readonly routingKeys?: readonly string[];
    /** The message's; where left out, that of the next one. */
    readonly id?: number;
  },
): RouteExplanation | null {
  const vhost = broker.vhosts.get(vhostName);
  const exchange = vhost?.exchanges.get(exchangeName);
  if (vhost === undefined || exchange === undefined) return null;
  const addressed = {
    id: message.id ?? broker.lastMessageId + 1,
    properties: message.properties,
    routingKeys: message.routingKeys ?? routingKeysOf(message.routingKey, message.properties),
  };
  const seen = new Set([exchangeName]);
  return explainAt({ vhost, profile: broker.profile, message: addressed, seen }, exchange);
}

interface Visit {
  readonly vhost: Vhost;
  readonly profile: BrokerProfile;
  readonly message: Addressed;
  readonly seen: Set<ExchangeName>;
}

function explainAt(visit: Visit, exchange: Exchange): RouteExplanation {
  const judged = bindingsAt(visit.vhost, exchange).map((binding) => ({
    binding,
    ...judge(visit, exchange, binding),
  }));
  // Exchanges next door are claimed before any of them goes on, as `route` claims them.
  const claimed = judged.map(({ binding, matches }) =>
    matches && binding.destination.kind === 'exchange'
      ? claim(visit, binding.destination.name)
      : null,
  );
  // A policy may give the default exchange one too, which it does not ask.
  const alternate =
    exchange.name !== defaultExchange &&
    exchange.alternateExchange !== null &&
    !judged.some(({ matches }) => matches)
      ? claim(visit, exchange.alternateExchange)
      : null;
  const verdicts = judged.map((verdict, index) => {
    const next = claimed[index] ?? null;
    return { ...verdict, then: next === null ? null : explainAt(visit, next) };
  });
  const atAlternate = alternate === null ? null : explainAt(visit, alternate);
  return {
    exchange: exchange.name,
    exchangeType: exchange.type,
    verdicts,
    alternate: atAlternate,
    queues: queuesOf(verdicts, atAlternate),
  };
}

function claim({ vhost, seen }: Visit, name: string): Exchange | null {
  const exchange = vhost.exchanges.get(name as ExchangeName);
  if (exchange === undefined || exchange.name === defaultExchange || seen.has(exchange.name)) {
    return null;
  }
  seen.add(exchange.name);
  return exchange;
}

function bindingsAt(vhost: Vhost, exchange: Exchange): readonly Binding[] {
  if (exchange.name !== defaultExchange) return [...exchange.bindings.values()];
  return [...vhost.queues.keys()].sort().map((queue) => ({
    source: defaultExchange,
    destination: { kind: 'queue', name: queue },
    routingKey: queue,
    arguments: {},
  }));
}

/** A binding matches if it does for any of the message's keys that count. */
function judge({ message, profile }: Visit, exchange: Exchange, binding: Binding): Verdict {
  const { id, routingKeys, properties } = message;
  const type = typeOf(exchange);
  const counting = type.routesOnce === true ? routingKeys.slice(0, 1) : routingKeys;
  const verdicts = counting.map((routingKey) =>
    type.explain(
      exchange.index,
      binding,
      { routingKey, routingKeys, properties, number: id },
      profile,
      exchange.arguments,
    ),
  );
  return verdicts.find(({ matches }) => matches) ?? (verdicts[0] as Verdict);
}

function queuesOf(
  verdicts: readonly BindingVerdict[],
  alternate: RouteExplanation | null,
): readonly QueueName[] {
  const queues = verdicts
    .filter(({ matches }) => matches)
    .flatMap(({ binding: { destination }, then }) =>
      destination.kind === 'queue' ? [destination.name as QueueName] : (then?.queues ?? []),
    );
  return [...new Set([...queues, ...(alternate?.queues ?? [])])].sort();
}
