import type { Channel } from '../../broker.ts';
import type { BasicPublish } from '../../command.ts';
import type { Message, Properties } from '../../message.ts';
import type { MessageId } from '../../names.ts';
import type { BrokerProfile } from '../../profile.ts';
import {
  internalExchange,
  invalidMessage,
  noExchange,
  notImplemented,
} from '../../protocol-error.ts';
import { publishedDeaths } from '../../rules/dead-letter-exchange.ts';
import { readExpiration } from '../../rules/expiration.ts';
import { countPublish } from '../../rules/publisher-confirms.ts';
import { deliverPublish } from '../../rules/publishing.ts';
import {
  checkCarbonCopies,
  routingKeysOf,
  withoutBcc,
} from '../../rules/sender-selected-distribution.ts';
import { checkUserId } from '../../rules/validated-user-id.ts';
import { byteLength } from '../../rules/body-size.ts';
import type { Transaction } from '../../transaction.ts';

const noProperties: Properties = {};

export function basicPublish(tx: Transaction, method: BasicPublish, channel: Channel): void {
  const { vhost, id, connection } = channel;
  if (method.immediate === true) throw notImplemented('immediate=true');
  const exchange = tx.exchange(vhost, method.exchange);
  if (exchange === undefined) throw noExchange(vhost, method.exchange);
  if (exchange.internal) throw internalExchange(vhost, exchange.name);
  const { properties = noProperties } = method;
  if (properties.userId !== undefined) checkUserId(properties, tx.connection(connection).user);
  const message = writeMessage(tx, method, properties);
  if (channel.transaction !== null) {
    const { publishes, settlements } = channel.transaction;
    const pending = { message, mandatory: method.mandatory ?? false };
    tx.editChannel(id).transaction = { publishes: [...publishes, pending], settlements };
    return;
  }
  const sequence = countPublish(tx, channel);
  tx.record({ type: 'message.published', message, vhost, channel: id, sequence });
  const mandatory = method.mandatory ?? false;
  deliverPublish(tx, exchange, { channel, message, mandatory, sequence });
}

function writeMessage(
  tx: Transaction,
  { exchange, routingKey, body }: BasicPublish,
  given: Properties,
): Message {
  const { profile } = tx.broker;
  const expirationMs = readExpiration(given);
  checkDeliveryMode(given, profile);
  checkCarbonCopies(given);
  const properties = withoutBcc(given);
  const id = (tx.broker.lastMessageId + 1) as MessageId;
  tx.broker.lastMessageId = id;
  return {
    id,
    exchange,
    routingKey,
    routingKeys: routingKeysOf(routingKey, given),
    properties:
      expirationMs !== null && profile.normalizesExpiration
        ? { ...properties, expiration: String(expirationMs) }
        : properties,
    body,
    bodySize: byteLength(body),
    expirationMs,
    deaths: profile.believesPublishedDeaths ? publishedDeaths(given.headers) : noDeaths,
  };
}

const noDeaths: Message['deaths'] = [];

function checkDeliveryMode({ deliveryMode }: Properties, profile: BrokerProfile): void {
  if (deliveryMode === undefined || deliveryMode === 1 || deliveryMode === 2) return;
  if (profile.refusesUnknownDeliveryMode) {
    throw invalidMessage(`{delivery_mode_unknown,${deliveryMode}}`);
  }
}
