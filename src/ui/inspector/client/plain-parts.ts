/** A publisher and a consumer with nothing said of them but where: all else as by default. */
import type { ConsumerSpec, PublisherSpec } from '#scenario';

export const plainPublisher = (exchange: string): PublisherSpec => ({
  exchange,
  routing_key: '',
  rate: { kind: 'by_hand' },
  starts_after_ms: 0,
  limit: null,
  body: 'message {n}',
  properties: {},
  mandatory: false,
  confirms: null,
  on_return: 'ignore',
  on_nack: 'ignore',
  retry_after_ms: 1_000,
});

export const plainConsumer = (queue: string): ConsumerSpec => ({
  queue,
  prefetch: 1,
  acknowledgement: 'after_work',
  work_ms: 1_000,
  outcomes: [],
  reconnect_after_ms: 3_000,
  publishes: [],
  exclusive: false,
  arguments: {},
});
