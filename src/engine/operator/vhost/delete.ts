import type { VhostDelete } from '../operator-command.ts';
import type { VhostName } from '../../names.ts';
import { closeConnection } from '../../rules/connection-closing.ts';
import { deleteQueue } from '../../rules/queue-deletion.ts';
import type { Transaction } from '../../transaction.ts';
import { notFound } from '../operator-error.ts';

/** All that is in it goes along: connections, queues, exchanges, policies and permissions. */
export function vhostDelete(tx: Transaction, { vhost }: VhostDelete): void {
  if (!tx.broker.vhosts.has(vhost)) throw notFound();
  const connections = [...tx.broker.connections.values()].filter((other) => other.vhost === vhost);
  for (const id of connections.map(({ id }) => id).sort()) closeConnection(tx, id, 'vhost-deleted');
  for (const name of [...tx.vhost(vhost).queues.keys()].sort()) deleteQueue(tx, { vhost, name });
  for (const name of tx.vhost(vhost).exchanges.keys()) {
    tx.record({ type: 'exchange.deleted', vhost, exchange: name });
  }
  tx.broker.vhosts = tx.broker.vhosts.delete(vhost);
  forgetPermissions(tx, vhost);
}

function forgetPermissions(tx: Transaction, vhost: VhostName): void {
  for (const user of tx.broker.users.values()) {
    const permissions = user.permissions.delete(vhost);
    const topicPermissions = user.topicPermissions.delete(vhost);
    tx.broker.users = tx.broker.users.set(user.name, { ...user, permissions, topicPermissions });
  }
}
