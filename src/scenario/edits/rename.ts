/** Renames a thing, and everything in the document that names it. */
import { nodeKeyOf, parseNodeKey } from '../node-key.ts';
import type { NodeName } from '../node-key.ts';
import type {
  ArgumentTable,
  ClientSpec,
  ConsumerSpec,
  MessagePropertiesSpec,
  PublisherSpec,
  Scenario,
} from '../schema.ts';

export function renameThing(scenario: Scenario, key: string, newName: string): Scenario {
  const node = parseNodeKey(key);
  if (node === null || node.name === newName) return scenario;
  const { [key]: position, ...others } = scenario.positions;
  const newKey = nodeKeyOf(node.kind, newName, node.vhost);
  const positions = position === undefined ? scenario.positions : { ...others, [newKey]: position };
  const moved = { ...scenario, positions };
  if (node.kind === 'client') {
    const clients = scenario.clients.map((client) =>
      client.name === node.name ? { ...client, name: newName } : client,
    );
    return { ...moved, clients };
  }
  return renameInTopology(moved, node, newName);
}

function renameInTopology(scenario: Scenario, node: NodeName, newName: string): Scenario {
  const isHere = ({ vhost }: { readonly vhost: string }): boolean => vhost === node.vhost;
  const rename = (kind: NodeName['kind'], name: string): string =>
    kind === node.kind && name === node.name ? newName : name;
  const declared = <
    Spec extends {
      readonly name: string;
      readonly vhost: string;
      readonly arguments: ArgumentTable;
    },
  >(
    kind: NodeName['kind'],
    spec: Spec,
  ): Spec =>
    isHere(spec)
      ? {
          ...spec,
          name: rename(kind, spec.name),
          arguments: renameArguments(spec.arguments, rename),
        }
      : spec;
  return {
    ...scenario,
    exchanges: scenario.exchanges.map((exchange) => declared('exchange', exchange)),
    queues: scenario.queues.map((queue) => declared('queue', queue)),
    bindings: scenario.bindings.map((binding) =>
      isHere(binding)
        ? {
            ...binding,
            source: rename('exchange', binding.source),
            destination: rename(binding.destination_type, binding.destination),
          }
        : binding,
    ),
    clients: scenario.clients.map((client) =>
      isHere(client) ? renameInClient(client, rename) : client,
    ),
  };
}

type Rename = (kind: NodeName['kind'], name: string) => string;

function renameArguments(args: ArgumentTable, rename: Rename): ArgumentTable {
  const renamed: Record<string, ArgumentTable[string]> = { ...args };
  for (const name of ['x-dead-letter-exchange', 'alternate-exchange']) {
    const value = args[name];
    if (typeof value === 'string') renamed[name] = rename('exchange', value);
  }
  const key = args['x-dead-letter-routing-key'];
  // Through the default exchange a dead letter's key is the name of a queue.
  if (typeof key === 'string' && args['x-dead-letter-exchange'] === '') {
    renamed['x-dead-letter-routing-key'] = rename('queue', key);
  }
  return renamed;
}

function renameInClient(client: ClientSpec, rename: Rename): ClientSpec {
  return {
    ...client,
    publishers: client.publishers.map((publisher) => renameInPublisher(publisher, rename)),
    consumers: client.consumers.map((consumer) => renameInConsumer(consumer, rename)),
  };
}

function renameInPublisher(publisher: PublisherSpec, rename: Rename): PublisherSpec {
  const { exchange, routing_key: key } = publisher;
  const renameKey = (name: string): string => (exchange === '' ? rename('queue', name) : name);
  return {
    ...publisher,
    exchange: exchange === '' ? '' : rename('exchange', exchange),
    routing_key:
      typeof key === 'string'
        ? renameKey(key)
        : key.map((choice) => ({ ...choice, key: renameKey(choice.key) })),
    properties: renameReplyTo(publisher.properties, rename),
  };
}

function renameInConsumer(consumer: ConsumerSpec, rename: Rename): ConsumerSpec {
  return {
    ...consumer,
    queue: rename('queue', consumer.queue),
    publishes: consumer.publishes.map((publishing) => ({
      ...publishing,
      exchange: publishing.exchange === '' ? '' : rename('exchange', publishing.exchange),
      routing_key:
        publishing.exchange === ''
          ? rename('queue', publishing.routing_key)
          : publishing.routing_key,
      properties: renameReplyTo(publishing.properties, rename),
    })),
  };
}

function renameReplyTo(properties: MessagePropertiesSpec, rename: Rename): MessagePropertiesSpec {
  const { reply_to: queue } = properties;
  return queue === undefined ? properties : { ...properties, reply_to: rename('queue', queue) };
}
