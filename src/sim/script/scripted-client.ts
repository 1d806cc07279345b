/**
 * A script's client: one channel, shown as a client with what goes over it. It decides nothing; its
 * state is what the broker has of the channel, and what the frames on it have said.
 *
 * It shows a publisher for each exchange it has published to (for the default exchange, for each
 * queue), and a consumer for each subscription it has and each queue it has fetched from.
 */
import { millis, runStart } from '#engine';
import type {
  BasicPublish,
  Broker,
  Channel,
  ChannelId,
  ConnectionId,
  ConsumerTag,
  Instant,
  MessageId,
  PublishSequence,
  QueueName,
} from '#engine';
import type { ConsumerSpec } from '#scenario';
import type { ClientState, ConsumerState, PublisherState } from '../clients/client-state.ts';
import { randomStream } from '../random.ts';
import {
  fetchParts,
  fetchTag,
  withAnswerFor,
  withDelivery,
  withNewConsumer,
  withNewPublisher,
  withPart,
  withPublishThrough,
} from '../clients/shown-parts.ts';
import type { ConsumerParts, Delivery } from '../clients/shown-parts.ts';

export function scriptedClient(
  name: string,
  connection: ConnectionId,
  latency: number,
): ClientState {
  return {
    spec: {
      name,
      vhost: '/',
      user: 'guest',
      latency_ms: latency,
      starts: true,
      publishers: [],
      consumers: [],
    },
    program: null,
    status: 'stopped',
    connection,
    publishers: [],
    consumers: [],
    lastError: null,
    reconnectsAt: null,
    random: randomStream(0, name),
    latency: millis(latency),
    arrivesNotBefore: runStart,
    session: 1,
    servedSession: 1,
    severedSession: 0,
  };
}

/** Its channel is open from now on; what it did on an earlier one is over, but for where it publishes. */
export function opened(client: ClientState, channel: Channel, broker: Broker): ClientState {
  const { connection, vhost } = channel;
  const user = broker.connections.get(connection)?.user ?? client.spec.user;
  const publishers = client.publishers.map(
    (state): PublisherState => ({
      ...state,
      status: 'open',
      unconfirmed: [],
    }),
  );
  const spec = { ...client.spec, vhost, user, consumers: [] };
  const isSameSpec = client.spec.consumers.length === 0 && client.spec.vhost === vhost;
  return {
    ...client,
    spec: isSameSpec && client.spec.user === user ? client.spec : spec,
    connection,
    status: 'running',
    lastError: null,
    publishers,
    consumers: [],
  };
}

/** Its channel is gone; `status` says why. What it has shown stays until it opens another. */
export const ended = (client: ClientState, status: ClientState['status']): ClientState => ({
  ...client,
  status,
  publishers: client.publishers.map(
    (state): PublisherState => ({
      ...state,
      status: 'closed',
      unconfirmed: [],
    }),
  ),
  consumers: client.consumers.map(
    (state): ConsumerState => ({
      ...state,
      status: 'closed',
      held: [],
    }),
  ),
});

/** The one through which such a message goes; it is made where there is none yet. */
export function withPublisher(client: ClientState, publish: BasicPublish): ClientState {
  return publisherIndex(client, publish) === -1 ? withNewPublisher(client, publish) : client;
}

const publisherIndex = (
  { spec }: ClientState,
  { exchange, routingKey }: Pick<BasicPublish, 'exchange' | 'routingKey'>,
): number =>
  spec.publishers.findIndex(
    (one) =>
      one.exchange === exchange && (exchange !== '' || one.routing_key === (routingKey as string)),
  );

/** It has published that; `sequence` is null outside confirm mode. */
export function withPublish(
  client: ClientState,
  publish: BasicPublish,
  message: MessageId,
  sequence: PublishSequence | null,
): ClientState {
  return withPublishThrough(client, publisherIndex(client, publish), publish, message, sequence);
}

/** The broker has confirmed a publish, or refused it. */
export function withoutUnconfirmed(client: ClientState, sequence: PublishSequence): ClientState {
  const index = client.publishers.findIndex(({ unconfirmed }) =>
    unconfirmed.some((one) => one.sequence === sequence),
  );
  return withAnswerFor(client, index, sequence);
}

/** It asks for one message of that queue, and has no answer yet. */
export function fetching(client: ClientState, channel: ChannelId, queue: QueueName): ClientState {
  const tag = fetchTag(queue);
  const ready = withConsumer(client, channel, tag, fetchParts(queue));
  const index = ready.consumers.findIndex((state) => state.tag === tag);
  return withPart(ready, 'consumers', index, (state) => ({ ...state, status: 'opening' }));
}

/** From where it is fetching; null where it is not. */
export function fetchedFrom(
  client: ClientState,
): { readonly queue: QueueName; readonly tag: ConsumerTag } | null {
  const index = client.consumers.findIndex(({ status }) => status === 'opening');
  const [state, spec] = [client.consumers[index], client.spec.consumers[index]];
  if (state === undefined || spec === undefined) return null;
  return { queue: spec.queue as QueueName, tag: state.tag };
}

/** It has its answer. */
export function fetched(client: ClientState): ClientState {
  const index = client.consumers.findIndex(({ status }) => status === 'opening');
  return withPart(client, 'consumers', index, (state) => ({ ...state, status: 'open' }));
}

export function withConsumer(
  client: ClientState,
  channel: ChannelId,
  tag: ConsumerTag,
  { noAck, ...parts }: ConsumerParts,
): ClientState {
  if (client.consumers.some((state) => state.tag === tag)) return client;
  return withNewConsumer(client, channel, tag, { noAck, ...parts });
}

/** A delivery that the broker waits to have answered is in its hands from now on. */
export function withHeld(
  client: ClientState,
  tag: ConsumerTag,
  delivery: Delivery,
  since: Instant,
): ClientState {
  const index = client.consumers.findIndex((state) => state.tag === tag);
  return withDelivery(client, index, delivery, since);
}

/** As the broker has its channel: without subscriptions that are over, and what it has answered. */
export function asBrokerHas(client: ClientState, channel: Channel): ClientState {
  const isOver = ({ tag, held }: ConsumerState): boolean =>
    !channel.consumers.has(tag) && held.length === 0 && !tag.startsWith(fetchTag(''));
  const consumers = client.consumers.map((state): ConsumerState => {
    const held = state.held.filter(({ deliveryTag }) => channel.unacked.has(deliveryTag));
    return held.length === state.held.length ? state : { ...state, held };
  });
  if (consumers.some(isOver)) {
    const kept = client.spec.consumers.filter((_, index) => !isOver(at(consumers, index)));
    return {
      ...client,
      spec: { ...client.spec, consumers: kept },
      consumers: consumers.filter((state) => !isOver(state)),
    };
  }
  const isSame = consumers.every((state, index) => state === client.consumers[index]);
  return isSame ? client : { ...client, consumers };
}

/** The consumer that the broker knows by that tag, as a client shows it. */
export function consumerInBroker(
  { vhosts }: Broker,
  { consumers, vhost }: Channel,
  tag: ConsumerTag,
): ConsumerParts | null {
  const known = consumers.get(tag);
  if (known === undefined) return null;
  const queue: QueueName = known.queue;
  const consumer = vhosts.get(vhost)?.queues.get(queue)?.consumers.get(known.id);
  return {
    queue,
    prefetch: consumer?.prefetchCount ?? 0,
    exclusive: consumer?.exclusive ?? false,
    arguments: (consumer?.arguments ?? {}) as ConsumerSpec['arguments'],
    noAck: consumer?.noAck ?? false,
  };
}

const at = <Item>(items: readonly Item[], index: number): Item => items[index] as Item;
