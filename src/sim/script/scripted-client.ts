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
  Frame,
  Instant,
  MessageId,
  PublishSequence,
  QueueName,
} from '#engine';
import type { ConsumerSpec } from '#scenario';
import type { ClientState, ConsumerState, PublisherState } from '../clients/client-state.ts';
import { randomStream } from '../random.ts';
import { withNewConsumer, withNewPublisher } from '../clients/shown-parts.ts';
import type { ConsumerParts } from '../clients/shown-parts.ts';

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
  const index = publisherIndex(client, publish);
  const { type: _, channel: __, ...content } = publish;
  const { routingKey } = publish;
  return withPart(client, 'publishers', index, (state) => ({
    ...state,
    sentCount: state.sentCount + 1,
    unconfirmed:
      sequence === null
        ? state.unconfirmed
        : [...state.unconfirmed, { sequence, message, routingKey, content }],
  }));
}

/** The broker has confirmed a publish, or refused it. */
export function withoutUnconfirmed(client: ClientState, sequence: PublishSequence): ClientState {
  const index = client.publishers.findIndex(({ unconfirmed }) =>
    unconfirmed.some((one) => one.sequence === sequence),
  );
  return withPart(client, 'publishers', index, (state) => ({
    ...state,
    unconfirmed: state.unconfirmed.filter((one) => one.sequence !== sequence),
  }));
}

/** What `basic.get` fetches is shown as held by a consumer of this name. */
const fetchTag = (queue: string): ConsumerTag => `basic.get ${queue}` as ConsumerTag;

/** It asks for one message of that queue, and has no answer yet. */
export function fetching(client: ClientState, channel: ChannelId, queue: QueueName): ClientState {
  const tag = fetchTag(queue);
  const parts = { queue, prefetch: 0, exclusive: false, arguments: {}, noAck: false };
  const ready = withConsumer(client, channel, tag, parts);
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

type Delivery = Extract<Frame, { type: 'basic.deliver' | 'basic.get-ok' }>;

/** A delivery that the broker waits to have answered is in its hands from now on. */
export function withHeld(
  client: ClientState,
  tag: ConsumerTag,
  delivery: Delivery,
  since: Instant,
): ClientState {
  const index = client.consumers.findIndex((state) => state.tag === tag);
  const { deliveryTag, message, routingKey } = delivery;
  const frame = { ...delivery, type: 'basic.deliver' as const, consumerTag: tag };
  return withPart(client, 'consumers', index, (state) => ({
    ...state,
    held: [
      ...state.held,
      { deliveryTag, message, routingKey, since, worksUntil: null, isForgotten: false, frame },
    ],
  }));
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

/** The client as it is where there is no such part. */
function withPart<Name extends 'publishers' | 'consumers'>(
  client: ClientState,
  name: Name,
  index: number,
  change: (state: ClientState[Name][number]) => ClientState[Name][number],
): ClientState {
  const part = client[name][index];
  if (part === undefined) return client;
  return { ...client, [name]: (client[name] as readonly object[]).with(index, change(part)) };
}
