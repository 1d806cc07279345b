/** The lines of a scenario. What a line leads to joins the things, declared or not. */
import { bindingKeyOf, governed, nodeKeyOf } from '#app';
import type { BindingSpec, ClientSpec, PublisherSpec, Scenario } from '#scenario';
import type { ThingCollection } from './collect-things.ts';
import { chipTextOf } from './chip-text.ts';
import { edgeIdOf } from './graph-edge.ts';
import type { EdgeChip, EdgeKind, GraphEdge } from './graph-edge.ts';
import { replyQueuesOf } from './reply-queues.ts';

type Draft = GraphEdge & { readonly chips: EdgeChip[] };

class EdgeCollection {
  readonly edges = new Map<string, Draft>();

  /** The line of that kind between two nodes; there is at most one. */
  join(kind: EdgeKind, from: string, to: string): Draft {
    const id = edgeIdOf(kind, from, to);
    const known = this.edges.get(id);
    if (known !== undefined) return known;
    const edge: Draft = { id, kind, from, to, chips: [] };
    this.edges.set(id, edge);
    return edge;
  }
}

export function collectEdges(scenario: Scenario, things: ThingCollection): readonly GraphEdge[] {
  const edges = new EdgeCollection();
  for (const client of scenario.clients) joinPublishers(client, things, edges);
  for (const binding of scenario.bindings) joinBinding(binding, things, edges);
  for (const client of scenario.clients) joinConsumers(client, scenario, things, edges);
  // What a policy says counts as much as an argument.
  const { queues, exchanges } = governed(scenario);
  for (const queue of queues) joinDeadLetters(queue, things, edges);
  for (const exchange of exchanges) {
    const name = exchange.arguments['alternate-exchange'];
    if (typeof name !== 'string' || name === '') continue;
    const from = nodeKeyOf('exchange', exchange.name, exchange.vhost);
    edges.join('alternate', from, things.refer('exchange', name, exchange.vhost));
  }
  return [...edges.edges.values()];
}

function joinPublishers(client: ClientSpec, things: ThingCollection, edges: EdgeCollection): void {
  const from = nodeKeyOf('client', client.name, client.vhost);
  for (const publisher of client.publishers) {
    if (publisher.exchange !== '') {
      edges.join('publish', from, things.refer('exchange', publisher.exchange, client.vhost));
      continue;
    }
    for (const name of fixedKeysOf(publisher)) {
      if (isPassing(client, name, things)) continue;
      const to = things.refer('queue', name, client.vhost);
      const { chips } = edges.join('default-publish', from, to);
      if (chips.length === 0) chips.push({ key: '', text: 'default exchange', binding: null });
    }
  }
}

/** The broker has made it up for a program (answers go there), and it is no queue, or none any more. */
const isPassing = (client: ClientSpec, name: string, things: ThingCollection): boolean =>
  client.program !== undefined &&
  name.startsWith('amq.') &&
  !things.things.has(nodeKeyOf('queue', name, client.vhost));

/** The routing keys that are known before it publishes; a template makes others as it goes. */
function fixedKeysOf({ routing_key: key }: PublisherSpec): readonly string[] {
  const keys = typeof key === 'string' ? [key] : key.map((choice) => choice.key);
  return keys.filter((text) => text !== '' && !text.includes('{'));
}

function joinBinding(binding: BindingSpec, things: ThingCollection, edges: EdgeCollection): void {
  const from = things.refer('exchange', binding.source, binding.vhost);
  const to = things.refer(binding.destination_type, binding.destination, binding.vhost);
  const source = things.things.get(from);
  edges.join('binding', from, to).chips.push({
    key: bindingKeyOf(binding),
    text: chipTextOf(binding, source?.kind === 'exchange' ? source : null),
    binding,
  });
}

function joinConsumers(
  client: ClientSpec,
  scenario: Scenario,
  things: ThingCollection,
  edges: EdgeCollection,
): void {
  const key = nodeKeyOf('client', client.name, client.vhost);
  for (const consumer of client.consumers) {
    if (consumer.queue !== '' && !isPassing(client, consumer.queue, things)) {
      edges.join('subscription', things.refer('queue', consumer.queue, client.vhost), key);
    }
    for (const publishes of consumer.publishes) {
      if (publishes.to === 'reply_to') {
        for (const queue of replyQueuesOf(scenario, client.vhost, consumer.queue)) {
          edges.join('reply', key, things.refer('queue', queue, client.vhost));
        }
      } else if (publishes.exchange !== '') {
        edges.join('reply', key, things.refer('exchange', publishes.exchange, client.vhost));
      } else if (publishes.routing_key !== '' && !publishes.routing_key.includes('{')) {
        edges.join('reply', key, things.refer('queue', publishes.routing_key, client.vhost));
      }
    }
  }
}

function joinDeadLetters(
  queue: Scenario['queues'][number],
  things: ThingCollection,
  edges: EdgeCollection,
): void {
  const exchange = queue.arguments['x-dead-letter-exchange'];
  const key = queue.arguments['x-dead-letter-routing-key'];
  if (typeof exchange !== 'string') return;
  const from = nodeKeyOf('queue', queue.name, queue.vhost);
  if (exchange !== '') {
    edges.join('dead-letter', from, things.refer('exchange', exchange, queue.vhost));
  } else if (typeof key === 'string' && key !== '') {
    edges.join('dead-letter', from, things.refer('queue', key, queue.vhost));
  }
}
