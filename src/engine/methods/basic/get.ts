import type { Channel } from '../../broker.ts';
import type { BasicGet } from '../../command.ts';
import { noQueue } from '../../protocol-error.ts';
import { queueTypeOf } from '../../queue-types/index.ts';
import { checkExclusiveAccess } from '../../rules/exclusive-queue.ts';
import { queueOrLast } from '../../rules/naming.ts';
import { checkPermission } from '../../rules/permissions.ts';
import { renewExpiry } from '../../rules/queue-expiry.ts';
import type { Transaction } from '../../transaction.ts';

/** What it means to take one message is the business of the queue's type. */
export function basicGet(tx: Transaction, method: BasicGet, channel: Channel): void {
  const name = queueOrLast(method.queue, channel);
  checkPermission(tx, channel, 'read', 'queue', name);
  const existing = tx.queue(channel.vhost, name);
  if (existing === undefined) throw noQueue(channel.vhost, name);
  checkExclusiveAccess(existing, channel.connection);
  const queue = tx.editQueue(existing);
  renewExpiry(tx, queue);
  queueTypeOf(queue).get(tx, queue, method, channel);
}
