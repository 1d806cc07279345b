/**
 * Parts of clients that decide nothing, because something else does: a script, a program. They are made
 * of what the client was seen to do, so that it can be shown like any other.
 */
import type {
  BasicPublish,
  ChannelId,
  ConsumerTag,
  Frame,
  Instant,
  MessageId,
  PublishSequence,
  QueueName,
} from '#engine';
import type { ConsumerSpec, PublisherSpec } from '#scenario';
import type { ClientState, ConsumerState, PublisherState } from './client-state.ts';

export function withNewPublisher(client: ClientState, publish: BasicPublish): ClientState {
  const spec: PublisherSpec = {
    exchange: publish.exchange,
    routing_key: publish.routingKey,
    rate: { kind: 'by_hand' },
    starts_after_ms: 0,
    limit: null,
    body: publish.body,
    properties: {},
    mandatory: publish.mandatory ?? false,
    confirms: null,
    on_return: 'ignore',
    on_nack: 'ignore',
    retry_after_ms: 1_000,
  };
  const state: PublisherState = {
    channel: publish.channel,
    status: 'open',
    reopensAt: null,
    sentCount: 0,
    dueMs: null,
    owedCount: 0,
    lastSequence: 0,
    unconfirmed: [],
    retries: [],
  };
  return {
    ...client,
    spec: { ...client.spec, publishers: [...client.spec.publishers, spec] },
    publishers: [...client.publishers, state],
  };
}

export type ConsumerParts = Pick<ConsumerSpec, 'queue' | 'prefetch' | 'exclusive' | 'arguments'> & {
  readonly noAck: boolean;
};

export function withNewConsumer(
  client: ClientState,
  channel: ChannelId,
  tag: ConsumerTag,
  { noAck, ...parts }: ConsumerParts,
): ClientState {
  const spec: ConsumerSpec = {
    ...parts,
    acknowledgement: noAck ? 'automatic' : 'by_hand',
    work_ms: 0,
    outcomes: [],
    reconnect_after_ms: 3_000,
    publishes: [],
  };
  const state: ConsumerState = {
    channel,
    tag,
    status: 'open',
    reopensAt: null,
    workedCount: 0,
    held: [],
  };
  return {
    ...client,
    spec: { ...client.spec, consumers: [...client.spec.consumers, spec] },
    consumers: [...client.consumers, state],
  };
}

/** It has published that through the publisher of that number; `sequence` is null outside confirm mode. */
export function withPublishThrough(
  client: ClientState,
  index: number,
  publish: BasicPublish,
  message: MessageId,
  sequence: PublishSequence | null,
): ClientState {
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

/** The broker has confirmed a publish of the publisher of that number, or refused it. */
export const withAnswerFor = (
  client: ClientState,
  index: number,
  sequence: PublishSequence,
): ClientState =>
  withPart(client, 'publishers', index, (state) => ({
    ...state,
    unconfirmed: state.unconfirmed.filter((one) => one.sequence !== sequence),
  }));

/** What `basic.get` fetches is shown as held by a consumer of this name. */
export const fetchTag = (queue: string): ConsumerTag => `basic.get ${queue}` as ConsumerTag;

export const fetchParts = (queue: QueueName): ConsumerParts => ({
  queue,
  prefetch: 0,
  exclusive: false,
  arguments: {},
  noAck: false,
});

export type Delivery = Extract<Frame, { type: 'basic.deliver' | 'basic.get-ok' }>;

/** A delivery that the broker waits to have answered is held by the consumer of that number. */
export function withDelivery(
  client: ClientState,
  index: number,
  delivery: Delivery,
  since: Instant,
): ClientState {
  const { deliveryTag, message, routingKey } = delivery;
  return withPart(client, 'consumers', index, (state) => {
    const frame = { ...delivery, type: 'basic.deliver' as const, consumerTag: state.tag };
    const one = { deliveryTag, message, routingKey, since, worksUntil: null, isForgotten: false };
    return { ...state, held: [...state.held, { ...one, frame }] };
  });
}

/** The client as it is where there is no such part. */
export function withPart<Name extends 'publishers' | 'consumers'>(
  client: ClientState,
  name: Name,
  index: number,
  change: (state: ClientState[Name][number]) => ClientState[Name][number],
): ClientState {
  const part = client[name][index];
  if (part === undefined) return client;
  return { ...client, [name]: (client[name] as readonly object[]).with(index, change(part)) };
}
