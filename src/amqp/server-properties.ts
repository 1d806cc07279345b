/**
 * What the broker tells of itself when a client connects. Clients look at the product, the version and
 * the capabilities, some of them to the letter.
 *
 * https://www.rabbitmq.com/docs/connections#capabilities
 */
import { nodeName } from '#engine';
import type { BrokerProfile, FieldTable } from '#engine';

/** In the order in which RabbitMQ names them. */
const capabilities: FieldTable = {
  publisher_confirms: true,
  exchange_exchange_bindings: true,
  'basic.nack': true,
  consumer_cancel_notify: true,
  'connection.blocked': true,
  consumer_priorities: true,
  authentication_failure_close: true,
  per_consumer_qos: true,
  direct_reply_to: true,
};

export const serverProperties = ({ copyright, platform, version }: BrokerProfile): FieldTable => ({
  capabilities,
  cluster_name: nodeName,
  copyright,
  information: 'Licensed under the MPL 2.0. Website: https://rabbitmq.com',
  platform,
  product: 'RabbitMQ',
  version,
});

/** Ways to log in, in the order in which RabbitMQ offers them. */
export const mechanismsOf = ({ knowsAnonymousLogin }: BrokerProfile): string =>
  knowsAnonymousLogin ? 'ANONYMOUS PLAIN AMQPLAIN' : 'PLAIN AMQPLAIN';
export const locales = 'en_US';
