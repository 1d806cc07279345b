/**
 * The firehose: while it is on for a virtual host, a copy of every message that is published there and
 * of every one that is delivered goes to the exchange `amq.rabbitmq.trace`, with the routing keys
 * `publish.<exchange>` and `deliver.<queue>`. What the copies were of stands in their headers.
 * Messages that were published to that exchange are not traced, so that nothing goes round for ever.
 *
 * Copies are numbered downwards from -1: the numbers of other messages are for their publishers to
 * give.
 *
 * https://www.rabbitmq.com/docs/firehose
 */
import type { Channel, Queue } from '../broker.ts';
import type { FieldTable, FieldValue } from '../field-table.ts';
import type { Message, Properties } from '../message.ts';
import { nodeName } from '../names.ts';
import type { ExchangeName, MessageId, QueueName } from '../names.ts';
import type { Transaction } from '../transaction.ts';

export const traceExchange = 'amq.rabbitmq.trace' as ExchangeName;

/** A message has been published, and routed. To be asked only while any virtual host is traced. */
export function tracePublish(
  tx: Transaction,
  channel: Channel,
  message: Message,
  queues: readonly QueueName[],
): void {
  const about = { routed_queues: queues };
  trace(tx, { channel, message, properties: message.properties }, message.exchange, about);
}

/** A message has been sent to a client, with these properties. The same holds as for publishing. */
export function traceDelivery(
  tx: Transaction,
  channel: Channel,
  { name }: Queue,
  message: Message,
  { properties, redelivered }: { readonly properties: Properties; readonly redelivered: boolean },
): void {
  trace(tx, { channel, message, properties }, name, { redelivered: whole(redelivered ? 1 : 0) });
}

interface Seen {
  readonly channel: Channel;
  readonly message: Message;
  readonly properties: Properties;
}

/** Notes the copy; it goes on its way when the queue at hand is in order. */
function trace(
  tx: Transaction,
  { channel, message, properties }: Seen,
  suffix: string,
  about: FieldTable,
): void {
  const { vhost, connection, number } = channel;
  if (!tx.broker.tracedVhosts.includes(vhost) || message.exchange === traceExchange) return;
  const routingKey = `${'routed_queues' in about ? 'publish' : 'deliver'}.${suffix}`;
  const headers = {
    exchange_name: message.exchange,
    routing_keys: message.routingKeys,
    properties: propertyTable(properties),
    node: nodeName,
    vhost,
    connection,
    channel: whole(number),
    user: tx.connection(connection).user,
    ...about,
  };
  const id = (tx.broker.lastCopyId - 1) as MessageId;
  tx.broker.lastCopyId = id;
  const copy = {
    ...message,
    id,
    exchange: traceExchange,
    routingKey,
    routingKeys: [routingKey],
    properties: { headers },
    expirationMs: null,
    deaths: [],
  };
  tx.trace({ vhost, copy, of: message.id });
}

/** Properties by the names that AMQP has for them. */
const amqpNames: Readonly<Record<Exclude<keyof Properties, 'headers'>, string>> = {
  contentType: 'content_type',
  contentEncoding: 'content_encoding',
  deliveryMode: 'delivery_mode',
  priority: 'priority',
  correlationId: 'correlation_id',
  replyTo: 'reply_to',
  expiration: 'expiration',
  messageId: 'message_id',
  timestamp: 'timestamp',
  type: 'type',
  userId: 'user_id',
  appId: 'app_id',
  clusterId: 'cluster_id',
};

function propertyTable(properties: Properties): FieldTable {
  const table: Record<string, FieldValue> = {};
  for (const [name, amqpName] of Object.entries(amqpNames)) {
    const value = properties[name as keyof typeof amqpNames];
    if (value === undefined) continue;
    table[amqpName] = typeof value === 'number' ? whole(value) : value;
  }
  if (properties.headers !== undefined) table['headers'] = properties.headers;
  return table;
}

const whole = (value: number): FieldValue => ({ '!': 'int32', value });
