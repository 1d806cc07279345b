/**
 * Who may bind and unbind: it takes permission to write to the destination and to read from the
 * source, and the default exchange is neither.
 *
 * https://www.rabbitmq.com/docs/access-control#authorisation
 */
import type { Binding, Channel } from '../broker.ts';
import type { ExchangeName } from '../names.ts';
import type { Transaction } from '../transaction.ts';
import { checkNotDefaultExchange } from './naming.ts';
import { checkPermission } from './permissions.ts';
import { checkTopicPermission } from './topic-permissions.ts';

export function checkBindingAccess(
  tx: Transaction,
  channel: Channel,
  { source, destination: { kind, name }, routingKey }: Binding,
): void {
  checkPermission(tx, channel, 'write', kind, name);
  if (kind === 'exchange') checkNotDefaultExchange(name as ExchangeName);
  checkNotDefaultExchange(source);
  checkPermission(tx, channel, 'read', 'exchange', source);
  const exchange = tx.exchange(channel.vhost, source);
  if (exchange !== undefined) checkTopicPermission(tx, channel, 'read', exchange, routingKey);
}
