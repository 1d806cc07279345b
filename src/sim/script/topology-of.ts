/**
 * What a broker has, as the body of a document says it: the other way round than load-scenario.ts.
 * What every broker has from the start, the document leaves out; and it has no word for some things
 * (a queue that is a connection's own), which the broker still knows.
 */
import { bindingsOf } from '#engine';
import type { Broker, Vhost } from '#engine';
import type { BindingSpec, ExchangeSpec, QueueSpec, ScenarioBody } from '#scenario';

export type Topology = Pick<ScenarioBody, 'vhosts' | 'exchanges' | 'queues' | 'bindings'>;

export function topologyOf(broker: Broker): Topology {
  const vhosts = [...broker.vhosts.values()].sort(byName);
  return {
    vhosts: vhosts.map(({ name }) => ({ name })),
    exchanges: vhosts.flatMap(exchangesOf),
    queues: vhosts.flatMap(queuesOf),
    bindings: vhosts.flatMap(({ name: vhost }) =>
      bindingsOf(broker, vhost).map(
        ({ source, destination, routingKey, arguments: table }): BindingSpec => ({
          source,
          vhost,
          destination: destination.name,
          destination_type: destination.kind,
          routing_key: routingKey,
          arguments: table as BindingSpec['arguments'],
        }),
      ),
    ),
  };
}

const exchangesOf = ({ name: vhost, exchanges }: Vhost): readonly ExchangeSpec[] =>
  [...exchanges.values()]
    .filter(({ name }) => name !== '' && !name.startsWith('amq.'))
    .sort(byName)
    .map((exchange) => ({
      name: exchange.name,
      vhost,
      type: exchange.type as ExchangeSpec['type'],
      durable: exchange.durable,
      auto_delete: exchange.autoDelete,
      internal: exchange.internal,
      arguments: exchange.arguments as ExchangeSpec['arguments'],
    }));

/** In the order in which they were declared. */
const queuesOf = ({ name: vhost, queues }: Vhost): readonly QueueSpec[] =>
  [...queues.values()]
    .sort((one, other) => one.id - other.id)
    .map((queue) => ({
      name: queue.name,
      vhost,
      durable: queue.durable,
      auto_delete: queue.autoDelete,
      arguments: queue.arguments as QueueSpec['arguments'],
    }));

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : 1;
