/**
 * Where a message goes: through the bindings of an exchange, on through the exchanges that are bound
 * to it, and where an exchange has no binding for it, to its alternate exchange. Each exchange is
 * asked once, so that a circle of them ends, and each queue gets one copy.
 *
 * https://www.rabbitmq.com/docs/e2e and https://www.rabbitmq.com/docs/ae
 */
import type { Destination, Exchange, Vhost } from '../broker.ts';
import type { Hop } from '../event.ts';
import { defaultExchange } from '../names.ts';
import type { ExchangeName, QueueName } from '../names.ts';
import type { BrokerProfile } from '../profile.ts';
import type { ExchangeType, Keeping } from './exchange-type.ts';
import { typeOf } from './index.ts';
import { knownRoute, rememberRoute } from './known-routes.ts';
import type { Properties } from '../message.ts';

export interface Route {
  /** Each once, in the order of their names. */
  readonly queues: readonly QueueName[];
  /** Null where all of them are bound to the exchange itself. */
  readonly hops: readonly Hop[] | null;
  /** Exchanges that do more with it than to route it; null where none does. */
  readonly kept: readonly Kept[] | null;
}

export interface Kept {
  readonly exchange: ExchangeName;
  readonly keeping: Keeping;
}

/** What of a message decides its way. */
export interface Addressed {
  readonly id: number;
  readonly routingKeys: readonly string[];
  readonly properties: Properties;
}

export function route(
  vhost: Vhost,
  start: Exchange,
  message: Addressed,
  profile: BrokerProfile,
): Route {
  if (start.name === defaultExchange) {
    return { queues: namedQueues(vhost, message.routingKeys), hops: null, kept: null };
  }
  if (message.routingKeys.length > 1 || typeOf(start).routesByKey !== true) {
    return findRoute(vhost, start, message, profile);
  }
  const key = message.routingKeys[0] as string;
  const known = knownRoute(start.index, key);
  if (known !== undefined) return known;
  const found = findRoute(vhost, start, message, profile);
  // Where other exchanges have a say, or might have, their bindings matter too.
  const isOwn = found.queues.length > 0 && found.hops === null && found.kept === null;
  if (isOwn) rememberRoute(start.index, key, found);
  return found;
}

function findRoute(
  vhost: Vhost,
  start: Exchange,
  message: Addressed,
  profile: BrokerProfile,
): Route {
  const walk = new Walk(vhost, message, profile);
  walk.visit(start);
  return walk.route();
}

/** The default exchange binds every queue by its name. */
function namedQueues(vhost: Vhost, keys: readonly string[]): readonly QueueName[] {
  const [first, ...more] = keys as readonly [QueueName, ...QueueName[]];
  if (more.length === 0) return vhost.queues.has(first) ? [first] : [];
  return [...new Set(keys as readonly QueueName[])].filter((key) => vhost.queues.has(key)).sort();
}

class Walk {
  readonly #vhost: Vhost;
  readonly #message: Addressed;
  readonly #profile: BrokerProfile;
  readonly #queues: QueueName[] = [];
  readonly #hops: Hop[] = [];
  readonly #ahead: Exchange[] = [];
  #seen: Set<ExchangeName> | null = null;
  #kept: readonly Kept[] | null = null;

  constructor(vhost: Vhost, message: Addressed, profile: BrokerProfile) {
    this.#vhost = vhost;
    this.#message = message;
    this.#profile = profile;
  }

  visit(start: Exchange): void {
    for (let next: Exchange | undefined = start; next !== undefined; next = this.#ahead.shift()) {
      this.#ask(next);
    }
  }

  route(): Route {
    const queues = this.#queues.length > 1 ? this.#queues.sort() : this.#queues;
    return { queues, hops: this.#seen === null ? null : this.#hops, kept: this.#kept };
  }

  #ask(exchange: Exchange): void {
    let isRouted = false;
    const reach = (destination: Destination): void => {
      isRouted = true;
      this.#reach(exchange, destination, 'binding');
    };
    const type = typeOf(exchange);
    if (type.keeps === undefined || !this.#keep(exchange, type)) {
      const { id, routingKeys, properties } = this.#message;
      for (const routingKey of routingKeys) {
        const message = { routingKey, routingKeys, properties, number: id };
        type.route(exchange.index, message, reach, this.#profile, exchange.arguments);
        if (type.routesOnce) break;
      }
    }
    // What is held back has not been routed, so it goes to the alternate exchange, and at once.
    if (isRouted || exchange.alternateExchange === null) return;
    this.#reach(exchange, { kind: 'exchange', name: exchange.alternateExchange }, 'alternate');
  }

  /** Answers whether the message is held back. */
  #keep({ name, arguments: args }: Exchange, { keeps }: ExchangeType): boolean {
    const keeping = keeps?.(this.#message.properties, args) ?? null;
    if (keeping === null) return false;
    this.#kept = [...(this.#kept ?? []), { exchange: name, keeping }];
    return keeping.how === 'delay';
  }

  #reach(from: Exchange, to: Destination, by: 'binding' | 'alternate'): void {
    if (to.kind === 'queue') {
      const queue = to.name as QueueName;
      if (this.#queues.includes(queue)) return;
      this.#queues.push(queue);
    } else {
      const exchange = this.#vhost.exchanges.get(to.name as ExchangeName);
      this.#seen ??= new Set([from.name]);
      if (exchange === undefined || this.#seen.has(exchange.name)) return;
      if (exchange.name === defaultExchange) return;
      this.#seen.add(exchange.name);
      this.#ahead.push(exchange);
    }
    this.#hops.push({ from: from.name, to, by });
  }
}
