/**
 * Limits of a virtual host: how many queues and connections it may have. What is there already stays
 * when a limit is set below it.
 *
 * https://www.rabbitmq.com/docs/vhosts#limits
 */
import type { QueueName, UserName, VhostName } from '../names.ts';
import { noVhostAccess, queueLimitReached } from '../protocol-error.ts';
import type { Transaction } from '../transaction.ts';

/** Refuses a connection that is one too many. */
export function checkConnectionLimit(tx: Transaction, vhost: VhostName, user: UserName): void {
  const limit = tx.vhost(vhost).limits['max-connections'];
  if (limit === null) return;
  let count = 0;
  for (const other of tx.broker.connections.values()) if (other.vhost === vhost) count += 1;
  if (count < limit) return;
  throw noVhostAccess(vhost, user, `: connection limit (${limit}) is reached`);
}

/** Refuses a new queue that is one too many. */
export function checkQueueLimit(tx: Transaction, vhost: VhostName, name: QueueName): void {
  const { limits, queues } = tx.vhost(vhost);
  const limit = limits['max-queues'];
  if (limit !== null && queues.size >= limit) throw queueLimitReached(vhost, name, limit);
}
