import type { PermissionsClear } from '../operator-command.ts';
import { defaultVhost } from '../../names.ts';
import type { Transaction } from '../../transaction.ts';
import { notFound } from '../operator-error.ts';

/** The user can no longer connect to the virtual host. */
export function permissionsClear(
  tx: Transaction,
  { user: name, vhost = defaultVhost }: PermissionsClear,
): void {
  const user = tx.broker.users.get(name);
  if (user === undefined || !user.permissions.has(vhost)) throw notFound();
  const permissions = user.permissions.delete(vhost);
  tx.broker.users = tx.broker.users.set(name, { ...user, permissions });
}
