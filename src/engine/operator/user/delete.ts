import type { UserDelete } from '../operator-command.ts';
import { closeConnection } from '../../rules/connection-closing.ts';
import type { Transaction } from '../../transaction.ts';
import { notFound } from '../operator-error.ts';

/** Its connections are closed. */
export function userDelete(tx: Transaction, { user }: UserDelete): void {
  if (!tx.broker.users.has(user)) throw notFound();
  tx.broker.users = tx.broker.users.delete(user);
  const connections = [...tx.broker.connections.values()].filter((other) => other.user === user);
  for (const id of connections.map(({ id }) => id).sort()) closeConnection(tx, id, 'user-deleted');
}
