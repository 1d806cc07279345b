import type { Binding, Channel } from '../../broker.ts';
import type { ExchangeBind, ExchangeUnbind } from '../../command.ts';
import { typeOf } from '../../exchanges/index.ts';
import { noExchange } from '../../protocol-error.ts';
import { checkBindingAccess } from '../../rules/binding-access.ts';
import { addBinding } from '../../rules/bindings.ts';
import { stripLineBreaks } from '../../rules/naming.ts';
import { deliverHistory } from '../../rules/recent-history.ts';
import type { Transaction } from '../../transaction.ts';

/** https://www.rabbitmq.com/docs/e2e */
export function exchangeBind(tx: Transaction, method: ExchangeBind, channel: Channel): void {
  const { vhost } = channel;
  const binding = exchangeBindingOf(method);
  checkBindingAccess(tx, channel, binding);
  const source = tx.exchange(vhost, binding.source);
  if (source === undefined) throw noExchange(vhost, binding.source);
  const destination = stripLineBreaks(method.destination);
  if (tx.exchange(vhost, destination) === undefined) throw noExchange(vhost, destination);
  typeOf(source).validateBinding?.(binding, source.arguments);
  if (addBinding(tx, vhost, binding)) deliverHistory(tx, vhost, binding);
  tx.send(channel, { type: 'exchange.bind-ok' });
}

export function exchangeBindingOf(method: ExchangeBind | ExchangeUnbind): Binding {
  const destination = stripLineBreaks(method.destination);
  const source = stripLineBreaks(method.source);
  return {
    source,
    destination: { kind: 'exchange', name: destination },
    routingKey: method.routingKey ?? '',
    arguments: method.arguments ?? {},
  };
}
