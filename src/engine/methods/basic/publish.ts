import type { Channel, Exchange } from '../../broker.ts';
import type { BasicPublish } from '../../command.ts';
import type { Message, Properties } from '../../message.ts';
import type { MessageId } from '../../names.ts';
import type { BrokerProfile } from '../../profile.ts';
import {
  internalError,
  internalExchange,
  invalidMessage,
  noExchange,
  notImplemented,
} from '../../protocol-error.ts';
import { publishedDeaths } from '../../rules/dead-letter-exchange.ts';
import { addressRequest, deliverReply, isReply } from '../../rules/direct-reply-to.ts';
import { readExpiration } from '../../rules/expiration.ts';
import { checkPermission } from '../../rules/permissions.ts';
import { countPublish } from '../../rules/publisher-confirms.ts';
import { deliverPublish } from '../../rules/publishing.ts';
import {
  checkCarbonCopies,
  routingKeysOf,
  withoutBcc,
} from '../../rules/sender-selected-distribution.ts';
import { checkTopicPermission } from '../../rules/topic-permissions.ts';
import { checkUserId } from '../../rules/validated-user-id.ts';
import { byteLength } from '../../rules/body-size.ts';
import type { Transaction } from '../../transaction.ts';

const noProperties: Properties = {};

export function basicPublish(tx: Transaction, method: BasicPublish, channel: Channel): void {
  const { vhost, id } = channel;
  if (method.immediate === true) throw notImplemented('immediate=true');
  checkPermission(tx, channel, 'write', 'exchange', method.exchange);
  const exchange = tx.exchange(vhost, method.exchange);
  if (exchange === undefined) throw noExchange(vhost, method.exchange);
  if (exchange.internal) throw internalExchange(vhost, exchange.name);
  const message = acceptMessage(tx, method, channel, exchange);
  const mandatory = method.mandatory ?? false;
  if (channel.transaction !== null) {
    const { publishes, settlements } = channel.transaction;
    // An answer does not wait for the commit.
    const isAnswered = isReply(message) && deliverReply(tx, message);
    const pending = { message, mandatory, isAnswered };
    tx.editChannel(id).transaction = { publishes: [...publishes, pending], settlements };
    return;
  }
  const sequence = countPublish(tx, channel);
  tx.record({
    kind: 'fact',
    type: 'message.published',
    message,
    vhost,
    channel: id,
    sequence,
  });
  const isAnswered = isReply(message) && deliverReply(tx, message);
  deliverPublish(tx, exchange, { channel, message, mandatory, sequence, isAnswered });
}

/** The message that goes on, after all that may be wrong with it, in the order of the version. */
function acceptMessage(
  tx: Transaction,
  method: BasicPublish,
  channel: Channel,
  exchange: Exchange,
): Message {
  const { checksTopicsOfCopies } = tx.broker.profile;
  if (!checksTopicsOfCopies) {
    checkTopicPermission(tx, channel, 'write', exchange, method.routingKey);
  }
  if (method.isUnreadable === true) throw internalError();
  const properties = addressRequest(method.properties ?? noProperties, channel);
  if (!checksTopicsOfCopies) checkUserId(tx, channel, properties);
  const message = writeMessage(tx, method, properties);
  if (checksTopicsOfCopies) {
    for (const key of message.routingKeys) {
      checkTopicPermission(tx, channel, 'write', exchange, key);
    }
    checkUserId(tx, channel, properties);
  }
  return message;
}

function writeMessage(
  tx: Transaction,
  { exchange, routingKey, body, bodySize = byteLength(body) }: BasicPublish,
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
    bodySize,
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
