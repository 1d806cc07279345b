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
import { isUnwired, whyNotWire } from './why-not-wire.ts';

export interface WireOptions {
  readonly routingKey?: string;
}

/** The document with the wire; itself where the wire may not be made. */
export function wire(
  scenario: Scenario,
  fromKey: string,
  toKey: string,
  { routingKey = '' }: WireOptions = {},
): Scenario {
  const [from, to] = [parseNodeKey(fromKey), parseNodeKey(toKey)];
  if (from === null || to === null || whyNotWire(scenario, fromKey, toKey) !== null)
    return scenario;
  if (from.kind === 'client') {
    return changeClient(scenario, nodeKeyOf('client', from.name), (client) => ({
      ...client,
      vhost: to.vhost,
      publishers: publishersWith(client, to, routingKey),
    }));
  }
  if (to.kind === 'client') {
    return changeClient(scenario, nodeKeyOf('client', to.name), (client) => ({
      ...client,
      vhost: from.vhost,
      consumers: consumersWith(client, from.name),
    }));
  }
  return addBinding(scenario, {
    source: from.name,
    vhost: from.vhost,
    destination: to.name,
    destination_type: to.kind,
    routing_key: routingKey,
  });
}

/**
 * A producer has one publisher, which turns to the new target, and so does one of an app that waits
 * for a wire; else an app gets another one.
 */
function publishersWith(
  client: ClientSpec,
  to: NodeName,
  routingKey: string,
): ClientSpec['publishers'] {
  const { publishers } = client;
  const turning = clientKindOf(client) === 'producer' ? publishers[0] : publishers.find(isUnwired);
  if (turning !== undefined) {
    const next = { ...turning, ...targetOf(to, routingKey, turning) };
    return publishers.map((publisher) => (publisher === turning ? next : publisher));
  }
  const added: PublisherSpec = v.parse(publisherSchema, {
    ...targetOf(to, routingKey, null),
    rate: { kind: 'steady', per_second: 1 },
  });
  return [...publishers, added];
}

function targetOf(
  to: NodeName,
  routingKey: string,
  before: PublisherSpec | null,
): Pick<PublisherSpec, 'exchange' | 'routing_key'> {
  if (to.kind === 'queue') return { exchange: '', routing_key: to.name };
  // From one exchange to another, messages keep their keys unless others are asked for.
  const keepsKey = routingKey === '' && before !== null && before.exchange !== '';
  return { exchange: to.name, routing_key: keepsKey ? before.routing_key : routingKey };
}

/** A consumer turns to the new queue, and so does one of an app that waits for a wire. */
function consumersWith(client: ClientSpec, queue: string): ClientSpec['consumers'] {
  const { consumers } = client;
  const isConsumer = clientKindOf(client) === 'consumer';
  const turning = isConsumer ? consumers[0] : consumers.find((each) => each.queue === '');
  return turning === undefined
    ? [...consumers, v.parse(consumerSchema, { queue })]
    : consumers.map((each) => (each === turning ? { ...turning, queue } : each));
}
