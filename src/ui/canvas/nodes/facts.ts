/** What a node says of its thing beside the name: the settings that decide what one will see. */
import type { ConsumerSpec, ExchangeSpec, OutcomeSpec, PublisherSpec, QueueSpec } from '#scenario';

/** A span for people: `400 ms`, `1.5 s`, `30 s`, `2 min`, `1 h`. */
export function spanText(ms: number): string {
  if (ms < 1_000) return `${ms} ms`;
  if (ms < 120_000) return `${Number((ms / 1_000).toFixed(1))} s`;
  if (ms < 7_200_000) return `${Number((ms / 60_000).toFixed(1))} min`;
  return `${Number((ms / 3_600_000).toFixed(1))} h`;
}

function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Number((bytes / 1_000).toFixed(1))} kB`;
  return `${Number((bytes / 1_000_000).toFixed(1))} MB`;
}

export function queueFacts({
  durable,
  auto_delete: autoDelete,
  arguments: table,
}: QueueSpec): string[] {
  const type = table['x-queue-type'];
  const facts = [typeof type === 'string' ? type : 'classic', durable ? 'durable' : 'transient'];
  const number = (name: string): number | null => {
    const value = table[name];
    return typeof value === 'number' ? value : null;
  };
  const ttl = number('x-message-ttl');
  const length = number('x-max-length');
  const bytes = number('x-max-length-bytes');
  const priority = number('x-max-priority');
  const expires = number('x-expires');
  const limit = number('x-delivery-limit');
  if (ttl !== null) facts.push(`ttl ${spanText(ttl)}`);
  if (length !== null) facts.push(`max ${length.toLocaleString('en')}`);
  if (bytes !== null) facts.push(`max ${sizeText(bytes)}`);
  if (table['x-overflow'] === 'reject-publish' || table['x-overflow'] === 'reject-publish-dlx') {
    facts.push(table['x-overflow']);
  }
  if (priority !== null) facts.push(`priority 0–${priority}`);
  if (limit !== null) facts.push(`delivery limit ${limit}`);
  if (table['x-single-active-consumer'] === true) facts.push('single active consumer');
  if (autoDelete) facts.push('auto-delete');
  if (expires !== null) facts.push(`expires after ${spanText(expires)}`);
  return facts;
}

export function exchangeFacts(spec: ExchangeSpec, bindingCount: number): string[] {
  const facts = [spec.durable ? 'durable' : 'transient'];
  if (spec.auto_delete) facts.push('auto-delete');
  if (spec.internal) facts.push('internal');
  facts.push(bindingCount === 1 ? '1 binding' : `${bindingCount} bindings`);
  return facts;
}

export function rateText({ rate }: PublisherSpec): string {
  switch (rate.kind) {
    case 'steady':
      return `${Number(rate.per_second.toFixed(3))} msg/s`;
    case 'poisson':
      return `about ${Number(rate.per_second.toFixed(3))} msg/s`;
    case 'bursts':
      return `${rate.size} every ${spanText(rate.every_ms)}`;
    case 'by_hand':
      return 'by hand';
  }
}

/** It names neither an exchange nor, for the default exchange, a queue. */
const isUnwired = ({ exchange, routing_key: key }: PublisherSpec): boolean =>
  exchange === '' && key === '';

/** Where a publisher publishes to, for people. */
export function targetText(publisher: PublisherSpec): string {
  if (isUnwired(publisher)) return 'not wired yet';
  return publisher.exchange === '' ? 'default exchange' : publisher.exchange;
}

/** Where a consumer consumes from, for people. */
export const sourceText = ({ queue }: ConsumerSpec): string =>
  queue === '' ? 'not wired yet' : queue;

export function publisherFacts(publisher: PublisherSpec): string[] {
  const facts = [rateText(publisher)];
  if (isUnwired(publisher)) facts.unshift('not wired yet');
  if (publisher.confirms !== null) facts.push('confirms');
  if (publisher.mandatory) facts.push('mandatory');
  if (publisher.limit !== null) facts.push(`up to ${publisher.limit.toLocaleString('en')}`);
  return facts;
}

function workText(work: ConsumerSpec['work_ms']): string {
  if (typeof work === 'number') return spanText(work);
  const [least, most] = [spanText(work.min), spanText(work.max)];
  const unit = most.slice(most.indexOf(' '));
  return `${least.endsWith(unit) ? least.slice(0, -unit.length) : least}–${most}`;
}

export function consumerFacts(consumer: ConsumerSpec): string[] {
  const { acknowledgement, work_ms: work, prefetch, publishes, outcomes } = consumer;
  if (consumer.queue === '') return ['not wired to a queue yet'];
  const facts = [
    acknowledgement === 'automatic'
      ? 'automatic ack'
      : acknowledgement === 'by_hand'
        ? 'ack by hand'
        : `ack after ${workText(work)}`,
  ];
  if (acknowledgement !== 'automatic') {
    facts.push(prefetch === 0 ? 'no prefetch limit' : `prefetch ${prefetch}`);
  }
  const failing = failingText(outcomes);
  if (failing !== null) facts.unshift(failing);
  if (publishes.some(({ to }) => to === 'reply_to')) facts.push('replies');
  if (publishes.some(({ to }) => to === 'exchange')) facts.push('forwards');
  return facts;
}

/** How often it does not end with an ack; null where it always does. */
export function failingText(outcomes: readonly OutcomeSpec[]): string | null {
  const failures = outcomes.filter(({ does }) => does !== 'ack');
  if (failures.every(({ chance }) => chance === 0)) return null;
  const isConditional = outcomes.some(({ when }) => Object.keys(when).length > 0);
  if (isConditional) return 'fails for some';
  // The first that applies decides: each outcome has its chance of what those before it left over.
  let left = 1;
  let failing = 0;
  for (const { does, chance } of outcomes) {
    if (does !== 'ack') failing += left * chance;
    left *= 1 - chance;
  }
  return `failing ${Number((failing * 100).toFixed(failing < 0.1 ? 1 : 0))} %`;
}
