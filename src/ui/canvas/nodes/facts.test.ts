import { describe, expect, it } from 'vitest';
import { completeScenario } from '#scenario';
import type { ConsumerSpec, OutcomeSpec, PublisherSpec, QueueSpec, ScenarioSpec } from '#scenario';
import { consumerFacts, failingText, publisherFacts, queueFacts, spanText } from './facts.ts';

type ClientInput = NonNullable<ScenarioSpec['clients']>[number];

const queue = (input: Partial<NonNullable<ScenarioSpec['queues']>[number]>): QueueSpec =>
  completeScenario({ version: 1, queues: [{ name: 'q', ...input }] }).queues[0] as QueueSpec;

const client = (input: Partial<ClientInput>) =>
  completeScenario({ version: 1, queues: [{ name: 'q' }], clients: [{ name: 'c', ...input }] })
    .clients[0];

const publisher = (input: NonNullable<ClientInput['publishers']>[number]): PublisherSpec =>
  client({ publishers: [{ exchange: 'orders', ...input }] })?.publishers[0] as PublisherSpec;

const consumer = (input: Partial<NonNullable<ClientInput['consumers']>[number]>): ConsumerSpec =>
  client({ consumers: [{ queue: 'q', ...input }] })?.consumers[0] as ConsumerSpec;

describe('facts', () => {
  it('tell of a queue what decides what becomes of its messages', () => {
    expect(queueFacts(queue({}))).toEqual(['classic', 'durable']);
    const table = { 'x-message-ttl': 30_000, 'x-max-length': 10, 'x-overflow': 'reject-publish' };
    expect(queueFacts(queue({ durable: false, arguments: table }))).toEqual([
      'classic',
      'transient',
      'ttl 30 s',
      'max 10',
      'reject-publish',
    ]);
  });

  it('tell how often a producer publishes', () => {
    expect(publisherFacts(publisher({ rate: { kind: 'steady', per_second: 2 } }))).toEqual([
      '2 msg/s',
    ]);
    expect(
      publisherFacts(
        publisher({
          rate: { kind: 'bursts', size: 5, every_ms: 2_000 },
          confirms: { outstanding_max: 3 },
          mandatory: true,
        }),
      ),
    ).toEqual(['5 every 2 s', 'confirms', 'mandatory']);
  });

  it('tell what is not wired yet', () => {
    expect(publisherFacts(publisher({ exchange: '' }))).toEqual(['not wired yet', 'by hand']);
    expect(consumerFacts(consumer({ queue: '' }))).toEqual(['not wired to a queue yet']);
  });

  it('tell how a consumer answers', () => {
    expect(consumerFacts(consumer({ work_ms: 400, prefetch: 2 }))).toEqual([
      'ack after 400 ms',
      'prefetch 2',
    ]);
    expect(consumerFacts(consumer({ acknowledgement: 'automatic' }))).toEqual(['automatic ack']);
    expect(consumerFacts(consumer({ work_ms: { min: 1_000, max: 2_000 } }))[0]).toBe(
      'ack after 1–2 s',
    );
    expect(consumerFacts(consumer({ work_ms: { min: 50, max: 2_000 } }))[0]).toBe(
      'ack after 50 ms–2 s',
    );
    expect(
      consumerFacts(consumer({ outcomes: [{ does: 'reject', chance: 0.3 }], prefetch: 0 })),
    ).toEqual(['failing 30 %', 'ack after 1 s', 'no prefetch limit']);
  });
});

describe('failingText', () => {
  const outcome = (does: OutcomeSpec['does'], chance: number, when = {}): OutcomeSpec => ({
    does,
    chance,
    when,
  });

  it('counts each outcome by what those before it left over', () => {
    expect(failingText([])).toBeNull();
    expect(failingText([outcome('ack', 0.5)])).toBeNull();
    expect(failingText([outcome('ack', 0.5), outcome('reject', 0.5)])).toBe('failing 25 %');
    expect(failingText([outcome('reject', 0.2), outcome('crash', 0.5)])).toBe('failing 60 %');
    expect(failingText([outcome('crash', 0.005)])).toBe('failing 0.5 %');
  });

  it('gives no number where it depends on the message', () => {
    expect(failingText([outcome('reject', 1, { redelivered: true })])).toBe('fails for some');
  });
});

describe('spanText', () => {
  it('is as short as the span allows', () => {
    expect([400, 1_500, 30_000, 150_000, 7_200_000].map(spanText)).toEqual([
      '400 ms',
      '1.5 s',
      '30 s',
      '2.5 min',
      '2 h',
    ]);
  });
});
