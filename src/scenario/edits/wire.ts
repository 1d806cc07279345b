/**
 * Wires two things, as AMQP allows: a client publishes to an exchange, or to a queue through the
 * default exchange; an exchange is bound to a queue or to another exchange; a client consumes from a
 * queue. Clients are not wired to one another: between them is the broker.
 */
import * as v from 'valibot';
import { consumerSchema, publisherSchema } from '../client-schema.ts';
import { clientKindOf } from '../client-kind.ts';
import { nodeKeyOf, parseNodeKey } from '../node-key.ts';
import type { NodeName } from '../node-key.ts';
import type { ClientSpec, PublisherSpec, Scenario } from '../schema.ts';
import { addBinding } from './add.ts';
import { changeClient } from './change.ts';

/** Null where the wire may be made; otherwise why not, in a sentence. */
export function whyNotWire(scenario: Scenario, fromKey: string, toKey: string): string | null {
  const [from, to] = [parseNodeKey(fromKey), parseNodeKey(toKey)];
  if (from === null || to === null) return 'There is nothing to wire.';
  if (fromKey === toKey) return 'A thing is not wired to itself.';
  const clients = [from, to].map((node) => clientNamed(scenario, node));
  const problem = whyNotKinds(from, to, clients);
  if (problem !== null) return problem;
  const [vhost, otherVhost] = [from, to].map((node, index) => clients[index]?.vhost ?? node.vhost);
  if (vhost !== otherVhost)
    return 'They are in different virtual hosts, which know nothing of each other.';
  return isWired(scenario, from, to) ? 'They are wired already.' : null;
}

const clientNamed = ({ clients }: Scenario, { kind, name }: NodeName): ClientSpec | null =>
  kind === 'client' ? (clients.find((client) => client.name === name) ?? null) : null;

function whyNotKinds(
  from: NodeName,
  to: NodeName,
  [sender = null, receiver = null]: readonly (ClientSpec | null)[],
): string | null {
  if (from.kind === 'client' && to.kind === 'client') {
    return 'Clients do not talk to one another: put an exchange or a queue between them.';
  }
  if (from.kind === 'client') {
    const isConsumer = sender !== null && clientKindOf(sender) === 'consumer';
    return isConsumer ? 'A consumer takes messages from a queue; use an app to do both.' : null;
  }
  if (from.kind === 'exchange' && to.kind === 'client') {
    return 'Consumers take messages from queues, not from exchanges: put a queue between them.';
  }
  if (from.kind === 'queue' && to.kind !== 'client') {
    return 'A queue hands messages to consumers only; a dead letter exchange is one of its arguments.';
  }
  if (to.kind !== 'client') return null;
  const isProducer = receiver !== null && clientKindOf(receiver) === 'producer';
  return isProducer ? 'A producer sends messages; use an app to do both.' : null;
}

function isWired(scenario: Scenario, from: NodeName, to: NodeName): boolean {
  if (from.kind !== 'queue' || to.kind !== 'client') return false;
  return clientNamed(scenario, to)?.consumers.some(({ queue }) => queue === from.name) ?? false;
}

/** The document with the wire; itself where the wire may not be made. */
export function wire(
  scenario: Scenario,
  fromKey: string,
  toKey: string,
  { routingKey = '' }: { readonly routingKey?: string } = {},
): Scenario {
  if (whyNotWire(scenario, fromKey, toKey) !== null) return scenario;
  const [from, to] = [parseNodeKey(fromKey), parseNodeKey(toKey)] as [NodeName, NodeName];
  if (from.kind === 'client') {
    return changeClient(scenario, nodeKeyOf('client', from.name), (client) =>
      publishingTo(client, to, routingKey),
    );
  }
  if (from.kind === 'queue') {
    return changeClient(scenario, nodeKeyOf('client', to.name), (client) => ({
      ...client,
      vhost: from.vhost,
      consumers: withConsumer(client, from.name),
    }));
  }
  return addBinding(scenario, {
    source: from.name,
    vhost: from.vhost,
    destination: to.name,
    destination_type: to.kind === 'exchange' ? 'exchange' : 'queue',
    routing_key: routingKey,
  });
}

/** A producer has one publisher, which turns to the new target; an app gets another one. */
function publishingTo(client: ClientSpec, to: NodeName, routingKey: string): ClientSpec {
  const target =
    to.kind === 'queue'
      ? { exchange: '', routing_key: to.name }
      : { exchange: to.name, routing_key: routingKey };
  const [publisher] = client.publishers;
  if (clientKindOf(client) !== 'producer' || publisher === undefined) {
    const added: PublisherSpec = v.parse(publisherSchema, {
      ...target,
      rate: { kind: 'steady', per_second: 1 },
    });
    return { ...client, publishers: [...client.publishers, added] };
  }
  const keepsKey = to.kind === 'exchange' && routingKey === '' && publisher.exchange !== '';
  const next = keepsKey ? { exchange: to.name } : target;
  return { ...client, publishers: [{ ...publisher, ...next }] };
}

/** A consumer turns to the new queue; an app consumes from one more. */
function withConsumer(client: ClientSpec, queue: string): ClientSpec['consumers'] {
  const [consumer] = client.consumers;
  if (clientKindOf(client) === 'consumer' && consumer !== undefined) {
    return [{ ...consumer, queue }];
  }
  return [...client.consumers, v.parse(consumerSchema, { queue })];
}
