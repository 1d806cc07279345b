import type { Channel } from '../../broker.ts';
import type { ExchangeDelete } from '../../command.ts';
import { exchangeIn, inUse, systemExchange } from '../../protocol-error.ts';
import { removeExchange } from '../../rules/bindings.ts';
import { checkNotDefaultExchange, stripLineBreaks } from '../../rules/naming.ts';
import { checkPermission } from '../../rules/permissions.ts';
import type { Transaction } from '../../transaction.ts';

/** Deleting what is not there succeeds. */
export function exchangeDelete(tx: Transaction, method: ExchangeDelete, channel: Channel): void {
  const name = stripLineBreaks(method.exchange);
  const { vhost } = channel;
  checkNotDefaultExchange(name);
  if (name.startsWith('amq.')) throw systemExchange(vhost, name);
  checkPermission(tx, channel, 'configure', 'exchange', name);
  const exchange = tx.exchange(vhost, name);
  if (exchange !== undefined) {
    if (method.ifUnused === true && exchange.bindings.size > 0) {
      throw inUse(exchangeIn(vhost, name));
    }
    removeExchange(tx, vhost, exchange);
  }
  tx.send(channel, { type: 'exchange.delete-ok' });
}
