/**
 * Routes that were found before, by the bindings they were found in: publishers use the same keys again
 * and again. Nobody can tell from outside that something is remembered.
 *
 * Only routes that depend on the bindings of one exchange and on one routing key are remembered.
 *
 * https://www.rabbitmq.com/docs/exchanges
 */
import type { BindingIndex } from './exchange-type.ts';
import type { Route } from './route.ts';

/**
 * As many keys of one exchange as are remembered. Later ones are not: where every message has a key of
 * its own, to remember them costs more than to find them.
 */
const keysMax = 16_384;

const known = new WeakMap<object, Map<string, Route>>();

export function knownRoute(index: BindingIndex, routingKey: string): Route | undefined {
  return known.get(index as object)?.get(routingKey);
}

export function rememberRoute(index: BindingIndex, routingKey: string, route: Route): void {
  const routes = known.get(index as object);
  if (routes === undefined) known.set(index as object, new Map([[routingKey, route]]));
  else if (routes.size < keysMax) routes.set(routingKey, route);
}
