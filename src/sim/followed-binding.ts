/**
 * Which binding a message followed from an exchange to a queue or another exchange. Facts tell where
 * it went, not by which of several bindings; where there are several, they are judged again.
 */
import { bindingKeyOf, exchangeOf, explainRoute } from '#engine';
import type {
  Binding,
  Broker,
  Destination,
  Exchange,
  ExchangeName,
  Message,
  VhostName,
} from '#engine';

/** Of exchanges with more bindings than this, the first between the two is taken unjudged. */
const judgedMax = 200;

/** The binding's key; null where there is none between the two any more. */
export function followedBinding(
  broker: Broker,
  vhost: VhostName,
  hop: { readonly from: ExchangeName; readonly to: Destination },
  message: Message | undefined,
): string | null {
  const exchange = exchangeOf(broker, vhost, hop.from);
  if (exchange === undefined) return null;
  const [first, second] = bindingsByDestination(exchange).get(keyOf(hop.to)) ?? [];
  if (first === undefined) return null;
  const isPlain = second === undefined || message === undefined;
  if (isPlain || exchange.bindings.size > judgedMax) return bindingKeyOf(first);
  const followed = explainRoute(broker, vhost, hop.from, message)?.verdicts.find(
    ({ matches, binding }) => matches && keyOf(binding.destination) === keyOf(hop.to),
  );
  return bindingKeyOf(followed?.binding ?? first);
}

const keyOf = ({ kind, name }: Destination): string => `${kind} ${name}`;

const arranged = new WeakMap<Exchange, ReadonlyMap<string, readonly Binding[]>>();

function bindingsByDestination(exchange: Exchange): ReadonlyMap<string, readonly Binding[]> {
  const known = arranged.get(exchange);
  if (known !== undefined) return known;
  const map = new Map<string, Binding[]>();
  for (const binding of exchange.bindings.values()) {
    const key = keyOf(binding.destination);
    const others = map.get(key);
    if (others === undefined) map.set(key, [binding]);
    else others.push(binding);
  }
  arranged.set(exchange, map);
  return map;
}
