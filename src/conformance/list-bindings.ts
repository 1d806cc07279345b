/** Every binding of a virtual host, as `rabbitmqctl list_bindings` tells them, those of the default
 * exchange included, in the order in which the recorder sorted them. */
import { bindingsOf } from '#engine';
import type { Binding, Broker, VhostName } from '#engine';

export function listBindings(broker: Broker, vhost: VhostName): readonly object[] {
  const queues = [...(broker.vhosts.get(vhost)?.queues.keys() ?? [])];
  const all = [
    ...queues.map((queue) => tell('', { kind: 'queue', name: queue }, queue, {})),
    ...bindingsOf(broker, vhost).map(({ source, destination, routingKey, arguments: args }) =>
      tell(source, destination, routingKey, args),
    ),
  ];
  return all
    .map((binding) => ({ binding, key: sortKeyOf(binding) }))
    .sort((one, other) => compare(one.key, other.key))
    .map(({ binding }) => binding);
}

type Told = ReturnType<typeof tell>;

const tell = (
  source: string,
  { kind: destinationType, name: destination }: Binding['destination'],
  routingKey: string,
  args: Binding['arguments'],
) => ({ source, destination, destinationType, routingKey, arguments: args });

const sortKeyOf = (told: Told): readonly string[] =>
  [told.source, told.destination, told.destinationType, told.routingKey, told.arguments].map(
    (part) => JSON.stringify(part),
  );

function compare(one: readonly string[], other: readonly string[]): number {
  for (const [index, part] of one.entries()) {
    const against = other[index] as string;
    if (part !== against) return part < against ? -1 : 1;
  }
  return 0;
}
