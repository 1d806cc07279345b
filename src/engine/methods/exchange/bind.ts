import type { Binding, Channel } from '../../broker.ts';
import type { ExchangeBind, ExchangeUnbind } from '../../command.ts';
import { typeOf } from '../../exchanges/index.ts';
import { noExchange } from '../../protocol-error.ts';
import { addBinding } from '../../rules/bindings.ts';
import { checkNotDefaultExchange, stripLineBreaks } from '../../rules/naming.ts';
import type { Transaction } from '../../transaction.ts';

/** https://www.rabbitmq.com/docs/e2e */
export function exchangeBind(tx: Transaction, method: ExchangeBind, channel: Channel): void {
  const { vhost } = channel;
  const binding = exchangeBindingOf(method);
  const source = tx.exchange(vhost, binding.source);
  if (source === undefined) throw noExchange(vhost, binding.source);
  const destination = stripLineBreaks(method.destination);
  if (tx.exchange(vhost, destination) === undefined) throw noExchange(vhost, destination);
  typeOf(source).validateBinding?.(binding);
  addBinding(tx, vhost, binding);
  tx.send(channel, { type: 'exchange.bind-ok' });
}

export function exchangeBindingOf(method: ExchangeBind | ExchangeUnbind): Binding {
  const destination = stripLineBreaks(method.destination);
  const source = stripLineBreaks(method.source);
  checkNotDefaultExchange(destination);
  checkNotDefaultExchange(source);
  return {
    source,
    destination: { kind: 'exchange', name: destination },
    routingKey: method.routingKey ?? '',
    arguments: method.arguments ?? {},
  };
}
