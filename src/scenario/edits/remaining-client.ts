/** What is left of a client when things and lines are removed. */
import { clientKindOf } from '../client-kind.ts';
import { nodeKeyOf } from '../node-key.ts';
import type { ClientSpec, ConsumerSpec, PublisherSpec, ReplySpec } from '../schema.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { isUnwired } from './why-not-wire.ts';

type Keys = ReadonlySet<string>;

/** The client itself where nothing of it is removed; null where it is. */
export function remainingClient(client: ClientSpec, removed: Keys): ClientSpec | null {
  const key = nodeKeyOf('client', client.name);
  if (removed.has(key)) return null;
  const queueOf = ({ queue }: ConsumerSpec): string => nodeKeyOf('queue', queue, client.vhost);
  const isCut = (each: ConsumerSpec): boolean =>
    removed.has(queueOf(each)) || removed.has(`subscription|${queueOf(each)}|${key}`);
  const consumers = client.consumers.map((each) => {
    const remaining = remainingConsumer(each, client, removed);
    return isCut(each) ? { ...remaining, queue: '' } : remaining;
  });
  const publishers = client.publishers.map((each) => remainingPublisher(each, client, removed));
  return keepUnchanged(client, withoutSpare({ ...client, consumers, publishers }, client));
}

/**
 * What waits for a wire now goes, unless the client would not be shown as what it was without it: a
 * consumer stays a consumer, with all that it is set to, and an app with two parts stays an app.
 */
function withoutSpare(unwired: ClientSpec, before: ClientSpec): ClientSpec {
  const consumers = unwired.consumers.filter(
    ({ queue }, index) => queue !== '' || before.consumers[index]?.queue === '',
  );
  const publishers = unwired.publishers.filter((each, index) => {
    const earlier = before.publishers[index];
    return !isUnwired(each) || (earlier !== undefined && isUnwired(earlier));
  });
  const spared = { ...unwired, consumers, publishers };
  const isEmpty = consumers.length + publishers.length === 0;
  return !isEmpty && clientKindOf(spared) === clientKindOf(before) ? spared : unwired;
}

function remainingConsumer(
  consumer: ConsumerSpec,
  client: ClientSpec,
  removed: Keys,
): ConsumerSpec {
  const publishes = consumer.publishes.filter(
    (each) => !removed.has(lineOfReply(each, client) ?? ''),
  );
  return { ...consumer, publishes };
}

/** Null for answers: where they go is said by the messages that come. */
function lineOfReply({ to, exchange, routing_key: key }: ReplySpec, client: ClientSpec) {
  if (to === 'reply_to') return null;
  return exchange === ''
    ? lineKeyOf('reply', client, 'queue', key)
    : lineKeyOf('reply', client, 'exchange', exchange);
}

const lineKeyOf = (
  line: string,
  { name, vhost }: ClientSpec,
  kind: 'queue' | 'exchange',
  target: string,
): string => `${line}|${nodeKeyOf('client', name)}|${nodeKeyOf(kind, target, vhost)}`;

function remainingPublisher(
  publisher: PublisherSpec,
  client: ClientSpec,
  removed: Keys,
): PublisherSpec {
  const { exchange, routing_key: key } = publisher;
  const unwired = { ...publisher, exchange: '', routing_key: '' };
  if (exchange !== '') {
    return removed.has(lineKeyOf('publish', client, 'exchange', exchange)) ? unwired : publisher;
  }
  const isUnwiredFrom = (queue: string): boolean =>
    removed.has(lineKeyOf('default-publish', client, 'queue', queue));
  if (typeof key === 'string') return isUnwiredFrom(key) ? unwired : publisher;
  const choices = key.filter((choice) => !isUnwiredFrom(choice.key));
  return choices.length === 0 ? unwired : { ...publisher, routing_key: choices };
}
