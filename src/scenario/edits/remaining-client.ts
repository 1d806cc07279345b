/** What is left of a client when things and lines are removed. */
import { clientKindOf } from '../client-kind.ts';
import { nodeKeyOf } from '../node-key.ts';
import type { ClientSpec, ConsumerSpec, PublisherSpec, ReplySpec } from '../schema.ts';
import { keepUnchanged } from './keep-unchanged.ts';

type Keys = ReadonlySet<string>;

/** The client itself where nothing of it is removed; null where it is. */
export function remainingClient(client: ClientSpec, removed: Keys): ClientSpec | null {
  const key = nodeKeyOf('client', client.name);
  if (removed.has(key)) return null;
  const queueOf = ({ queue }: ConsumerSpec): string => nodeKeyOf('queue', queue, client.vhost);
  const isUnwired = (each: ConsumerSpec): boolean =>
    removed.has(queueOf(each)) || removed.has(`subscription|${queueOf(each)}|${key}`);
  const consumers = client.consumers.flatMap((each) => {
    const remaining = remainingConsumer(each, client, removed);
    if (!isUnwired(each)) return [remaining];
    // A consumer stays one, with all that it is set to, and waits for a wire.
    return clientKindOf(client) === 'consumer' ? [{ ...remaining, queue: '' }] : [];
  });
  const publishers = client.publishers.flatMap((each) => remainingPublisher(each, client, removed));
  return keepUnchanged(client, { ...client, consumers, publishers });
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
): readonly PublisherSpec[] {
  const { exchange, routing_key: key } = publisher;
  // A producer stays one, with all that it is set to, and waits for a wire.
  const unwired =
    clientKindOf(client) === 'producer' ? [{ ...publisher, exchange: '', routing_key: '' }] : [];
  if (exchange !== '') {
    return removed.has(lineKeyOf('publish', client, 'exchange', exchange)) ? unwired : [publisher];
  }
  const isUnwiredFrom = (queue: string): boolean =>
    removed.has(lineKeyOf('default-publish', client, 'queue', queue));
  if (typeof key === 'string') return isUnwiredFrom(key) ? unwired : [publisher];
  const choices = key.filter((choice) => !isUnwiredFrom(choice.key));
  return choices.length === 0 ? unwired : [{ ...publisher, routing_key: choices }];
}
