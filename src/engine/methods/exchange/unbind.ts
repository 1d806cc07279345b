import type { Channel } from '../../broker.ts';
import type { ExchangeUnbind } from '../../command.ts';
import { checkBindingAccess } from '../../rules/binding-access.ts';
import { removeBinding } from '../../rules/bindings.ts';
import type { Transaction } from '../../transaction.ts';
import { exchangeBindingOf } from './bind.ts';

/** Taking away what is not there succeeds. */
export function exchangeUnbind(tx: Transaction, method: ExchangeUnbind, channel: Channel): void {
  const binding = exchangeBindingOf(method);
  checkBindingAccess(tx, channel, binding);
  removeBinding(tx, channel.vhost, binding);
  tx.send(channel, { type: 'exchange.unbind-ok' });
}
