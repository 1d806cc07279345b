/**
 * Parts of clients that decide nothing, because something else does: a script, a program. They are made
 * of what the client was seen to do, so that it can be shown like any other.
 */
import type { BasicPublish, ChannelId, ConsumerTag } from '#engine';
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
