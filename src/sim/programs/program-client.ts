/**
 * A client that is a program, as it can be seen: a publisher for each exchange that it publishes to
 * (for the default exchange, for each queue) on each of its channels, a consumer for each subscription
 * and for each queue that it fetches from. What it does its tape tells, and nothing here decides.
 */
import { runStart } from '#engine';
import type {
  BasicPublish,
  ChannelId,
  ConnectionId,
  ConsumerTag,
  DeliveryTag,
  MessageId,
  PublishSequence,
  QueueName,
} from '#engine';
import type { ClientSpec, ScenarioBody } from '#scenario';
import { connectionIdOf, latencyOf } from '../clients/client-state.ts';
import type {
  ClientState,
  ConsumerState,
  ProgramState,
  PublisherState,
} from '../clients/client-state.ts';
import {
  fetchParts,
  fetchTag,
  withAnswerFor,
  withNewConsumer,
  withNewPublisher,
  withPart,
  withPublishThrough,
} from '../clients/shown-parts.ts';
import { randomStream } from '../random.ts';

const idle: ProgramState = {
  place: null,
  connections: [],
  confirming: new Map(),
  problem: null,
  exitCode: null,
};

export function createProgram(spec: ClientSpec, body: ScenarioBody, seed: number): ClientState {
  return {
    spec,
    program: idle,
    status: 'stopped',
    connection: connectionIdOf(spec.name),
    publishers: [],
    consumers: [],
    lastError: null,
    reconnectsAt: null,
    random: randomStream(seed, spec.name),
    latency: latencyOf(spec, body),
    arrivesNotBefore: runStart,
    session: 0,
    servedSession: 0,
    severedSession: 0,
  };
}

/** It begins at its first line, and knows nothing of when it last ran. */
export const started = (client: ClientState): ClientState => ({
  ...withoutParts(client),
  program: idle,
  status: 'running',
  lastError: null,
  session: client.session + 1,
  servedSession: client.session + 1,
});

/** It is gone, and with it its connections. What it has published to stays to be seen. */
export const over = (client: ClientState): ClientState => ({
  ...client,
  spec: client.consumers.length === 0 ? client.spec : { ...client.spec, consumers: [] },
  publishers: client.publishers.map((state) => ({ ...state, status: 'closed', unconfirmed: [] })),
  consumers: [],
  program: client.program === null ? null : { ...client.program, connections: [] },
  status: 'stopped',
  severedSession: client.session,
});

const withoutParts = (client: ClientState): ClientState => ({
  ...client,
  spec:
    client.publishers.length === 0 && client.consumers.length === 0
      ? client.spec
      : { ...client.spec, publishers: [], consumers: [] },
  publishers: [],
  consumers: [],
});

export const withProgram = (client: ClientState, change: Partial<ProgramState>): ClientState => ({
  ...client,
  program: { ...(client.program ?? idle), ...change },
});

/** Its channel counts publishes from now on, in confirm mode; or it is a new one and does not. */
export function withConfirming(
  client: ClientState,
  channel: ChannelId,
  count: number | null,
): ClientState {
  const { confirming } = client.program ?? idle;
  const next = new Map(confirming);
  if (count === null) next.delete(channel);
  else next.set(channel, count);
  return withProgram(client, { confirming: next });
}

/** It has published that. */
export function published(
  client: ClientState,
  publish: BasicPublish,
  message: MessageId,
): ClientState {
  const { channel } = publish;
  const count = client.program?.confirming.get(channel);
  const sequence = count === undefined ? null : ((count + 1) as PublishSequence);
  const counted = sequence === null ? client : withConfirming(client, channel, sequence);
  const [ready, index] = publisherFor(counted, publish);
  return withPublishThrough(ready, index, publish, message, sequence);
}

/** The publisher for it: one whose channel is gone goes on with another. */
function publisherFor(client: ClientState, publish: BasicPublish): readonly [ClientState, number] {
  const { exchange, routingKey, channel } = publish;
  const isFor = (state: PublisherState, index: number): boolean => {
    const spec = client.spec.publishers[index];
    if (spec?.exchange !== exchange) return false;
    if (exchange === '' && spec.routing_key !== (routingKey as string)) return false;
    return state.channel === channel || state.status === 'closed';
  };
  const index = client.publishers.findIndex(isFor);
  if (index === -1) {
    const spared = withoutOldest(client);
    return [withNewPublisher(spared, publish), spared.publishers.length];
  }
  if (client.publishers[index]?.channel === channel) return [client, index];
  return [
    withPart(client, 'publishers', index, (state) => ({ ...state, channel, status: 'open' })),
    index,
  ];
}

/** Who answers to ever new addresses is shown with the latest. */
const publishersMax = 20;

function withoutOldest(client: ClientState): ClientState {
  const { spec, publishers } = client;
  if (publishers.length < publishersMax) return client;
  const shown = { ...spec, publishers: spec.publishers.slice(1) };
  return { ...client, spec: shown, publishers: publishers.slice(1) };
}

/** The broker has confirmed a publish, or refused it. */
export function answeredFor(
  client: ClientState,
  channel: ChannelId,
  sequence: PublishSequence,
): ClientState {
  const index = client.publishers.findIndex(
    (state) =>
      state.channel === channel && state.unconfirmed.some((one) => one.sequence === sequence),
  );
  return withAnswerFor(client, index, sequence);
}

export function messageOfPublish(
  { publishers }: ClientState,
  channel: ChannelId,
  sequence: PublishSequence,
): MessageId | null {
  for (const state of publishers) {
    if (state.channel !== channel) continue;
    const found = state.unconfirmed.find((one) => one.sequence === sequence);
    if (found !== undefined) return found.message;
  }
  return null;
}

export function fetches(client: ClientState, channel: ChannelId, queue: QueueName): ClientState {
  if (indexOfConsumer(client, channel, fetchTag(queue)) !== -1) return client;
  return withNewConsumer(client, channel, fetchTag(queue), fetchParts(queue));
}

export const indexOfConsumer = (
  { consumers }: ClientState,
  channel: ChannelId,
  tag: ConsumerTag,
): number => consumers.findIndex((state) => state.channel === channel && state.tag === tag);

/** It has answered for a delivery, or for all up to it; 0 with `multiple` is for all. */
export function settled(
  client: ClientState,
  channel: ChannelId,
  tag: DeliveryTag,
  isMultiple: boolean,
): ClientState {
  const isSettled = (deliveryTag: DeliveryTag): boolean =>
    isMultiple ? tag === 0 || deliveryTag <= tag : deliveryTag === tag;
  let next = client;
  for (const [index, { channel: own, held }] of client.consumers.entries()) {
    const left = held.filter(({ deliveryTag }) => !isSettled(deliveryTag));
    if (own !== channel || left.length === held.length) continue;
    next = withPart(next, 'consumers', index, (state) => ({
      ...state,
      held: left,
      workedCount: state.workedCount + held.length - left.length,
    }));
  }
  return next;
}

/** A subscription is over. */
export const withoutConsumer = (
  client: ClientState,
  channel: ChannelId,
  tag: ConsumerTag,
): ClientState =>
  withoutConsumers(client, (state) => state.channel === channel && state.tag === tag);

/** The channel is gone, and what it held with it. */
export function withoutChannel(client: ClientState, channel: ChannelId): ClientState {
  const rest = withoutConsumers(client, (state) => state.channel === channel);
  const isOn = (state: PublisherState): boolean => state.channel === channel;
  if (!rest.publishers.some(isOn)) return rest;
  return {
    ...rest,
    publishers: rest.publishers.map(
      (state): PublisherState =>
        isOn(state) ? { ...state, status: 'closed', unconfirmed: [] } : state,
    ),
  };
}

export function withoutConnection(client: ClientState, connection: ConnectionId): ClientState {
  const channels = [...client.publishers, ...client.consumers]
    .map(({ channel }) => channel)
    .filter((channel) => channel.startsWith(`${connection}/`));
  const rest = channels.reduce(withoutChannel, client);
  const { connections } = client.program ?? idle;
  return withProgram(rest, { connections: connections.filter((id) => id !== connection) });
}

function withoutConsumers(
  client: ClientState,
  isOver: (state: ConsumerState) => boolean,
): ClientState {
  if (!client.consumers.some(isOver)) return client;
  const { spec, consumers } = client;
  const isKept = (_: unknown, index: number): boolean => !isOver(consumers[index] as ConsumerState);
  return {
    ...client,
    spec: { ...spec, consumers: spec.consumers.filter(isKept) },
    consumers: consumers.filter(isKept),
  };
}
