import type { Channel } from '../../broker.ts';
import type { QueueUnbind } from '../../command.ts';
import type { QueueName } from '../../names.ts';
import { checkBindingAccess } from '../../rules/binding-access.ts';
import { hasBinding, removeBinding } from '../../rules/bindings.ts';
import { checkExclusiveAccess } from '../../rules/exclusive-queue.ts';
import type { Transaction } from '../../transaction.ts';
import { queueBindingOf } from './bind.ts';

/** Taking away what is not there succeeds. */
export function queueUnbind(tx: Transaction, method: QueueUnbind, channel: Channel): void {
  const binding = queueBindingOf(method, channel);
  checkBindingAccess(tx, channel, binding);
  const queue = tx.queue(channel.vhost, binding.destination.name as QueueName);
  const isBound = hasBinding(tx.vhost(channel.vhost), binding);
  if (queue !== undefined && isBound) checkExclusiveAccess(queue, channel.connection);
  removeBinding(tx, channel.vhost, binding);
  tx.send(channel, { type: 'queue.unbind-ok' });
}
