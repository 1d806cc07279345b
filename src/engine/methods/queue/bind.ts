import type { Binding, Channel } from '../../broker.ts';
import type { QueueBind, QueueUnbind } from '../../command.ts';
import { typeOf } from '../../exchanges/index.ts';
import type { QueueName } from '../../names.ts';
import { noExchange, noQueue } from '../../protocol-error.ts';
import { checkBindingAccess } from '../../rules/binding-access.ts';
import { addBinding } from '../../rules/bindings.ts';
import { checkExclusiveAccess } from '../../rules/exclusive-queue.ts';
import { queueOrLast, stripLineBreaks } from '../../rules/naming.ts';
import { deliverHistory } from '../../rules/recent-history.ts';
import type { Transaction } from '../../transaction.ts';

export function queueBind(tx: Transaction, method: QueueBind, channel: Channel): void {
  const { vhost, connection } = channel;
  const binding = queueBindingOf(method, channel);
  checkBindingAccess(tx, channel, binding);
  const name = binding.destination.name as QueueName;
  const queue = tx.queue(vhost, name);
  const source = tx.exchange(vhost, binding.source);
  if (source === undefined) throw noExchange(vhost, binding.source);
  if (queue === undefined) throw noQueue(vhost, name);
  checkExclusiveAccess(queue, connection);
  typeOf(source).validateBinding?.(binding, source.arguments);
  if (addBinding(tx, vhost, binding)) deliverHistory(tx, vhost, binding);
  tx.send(channel, { type: 'queue.bind-ok' });
}

/** With neither queue nor key, the name of the channel's last queue stands for both. */
export function queueBindingOf(method: QueueBind | QueueUnbind, channel: Channel): Binding {
  const asked = stripLineBreaks(method.queue);
  const queue = queueOrLast(asked, channel);
  const source = stripLineBreaks(method.exchange);
  const key = method.routingKey ?? '';
  return {
    source,
    destination: { kind: 'queue', name: queue },
    routingKey: asked === '' && key === '' ? queue : key,
    arguments: method.arguments ?? {},
  };
}
