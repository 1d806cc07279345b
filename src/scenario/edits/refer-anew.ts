/** The parts of a document with other names for what they refer to; their own names stay. */
import type {
  ArgumentTable,
  BindingSpec,
  ClientSpec,
  ConsumerSpec,
  ExchangeSpec,
  MessagePropertiesSpec,
  PolicySpec,
  PublisherSpec,
  QueueSpec,
} from '../schema.ts';

/** What a queue or an exchange of the same virtual host is to be called; the default exchange stays. */
export type NameNow = (kind: 'queue' | 'exchange', name: string) => string;

export const referAnew = {
  exchange: (spec: ExchangeSpec, nameNow: NameNow): ExchangeSpec => ({
    ...spec,
    arguments: inArguments(spec.arguments, nameNow),
  }),
  queue: (spec: QueueSpec, nameNow: NameNow): QueueSpec => ({
    ...spec,
    arguments: inArguments(spec.arguments, nameNow),
  }),
  policy: (spec: PolicySpec, nameNow: NameNow): PolicySpec => ({
    ...spec,
    definition: inArguments(spec.definition, nameNow, ''),
  }),
  binding: (spec: BindingSpec, nameNow: NameNow): BindingSpec => ({
    ...spec,
    source: nameNow('exchange', spec.source),
    destination: nameNow(spec.destination_type, spec.destination),
  }),
  client: (spec: ClientSpec, nameNow: NameNow): ClientSpec => ({
    ...spec,
    publishers: spec.publishers.map((publisher) => inPublisher(publisher, nameNow)),
    consumers: spec.consumers.map((consumer) => inConsumer(consumer, nameNow)),
  }),
} as const;

/** Policies say the same things by names without a prefix. */
function inArguments(args: ArgumentTable, nameNow: NameNow, prefix = 'x-'): ArgumentTable {
  const renamed: Record<string, ArgumentTable[string]> = { ...args };
  const deadLetter = `${prefix}dead-letter`;
  for (const name of [`${deadLetter}-exchange`, 'alternate-exchange']) {
    const value = args[name];
    if (typeof value === 'string' && value !== '') renamed[name] = nameNow('exchange', value);
  }
  const key = args[`${deadLetter}-routing-key`];
  // Through the default exchange a dead letter's key is the name of a queue.
  if (typeof key === 'string' && args[`${deadLetter}-exchange`] === '') {
    renamed[`${deadLetter}-routing-key`] = nameNow('queue', key);
  }
  return renamed;
}

function inPublisher(publisher: PublisherSpec, nameNow: NameNow): PublisherSpec {
  const { exchange, routing_key: key, properties } = publisher;
  return {
    ...publisher,
    exchange: exchange === '' ? '' : nameNow('exchange', exchange),
    routing_key:
      typeof key === 'string'
        ? keyNow(exchange, key, nameNow)
        : key.map((choice) => ({ ...choice, key: keyNow(exchange, choice.key, nameNow) })),
    properties: inProperties(properties, nameNow),
  };
}

function inConsumer(consumer: ConsumerSpec, nameNow: NameNow): ConsumerSpec {
  return {
    ...consumer,
    queue: nameNow('queue', consumer.queue),
    publishes: consumer.publishes.map((publishing) => ({
      ...publishing,
      exchange: publishing.exchange === '' ? '' : nameNow('exchange', publishing.exchange),
      routing_key: keyNow(publishing.exchange, publishing.routing_key, nameNow),
      properties: inProperties(publishing.properties, nameNow),
    })),
  };
}

/** Routing keys are names of queues only where the default exchange reads them. */
const keyNow = (exchange: string, key: string, nameNow: NameNow): string =>
  exchange === '' ? nameNow('queue', key) : key;

function inProperties(properties: MessagePropertiesSpec, nameNow: NameNow): MessagePropertiesSpec {
  const { reply_to: queue } = properties;
  return queue === undefined ? properties : { ...properties, reply_to: nameNow('queue', queue) };
}
