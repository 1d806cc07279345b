import type { PermissionsSet } from '../operator-command.ts';
import { defaultVhost } from '../../names.ts';
import type { Transaction } from '../../transaction.ts';
import { checkExpressions } from '../check-expressions.ts';
import { noVhostOrUser } from '../operator-error.ts';

/** Takes the place of the permissions that the user had there. Nobody is disconnected. */
export function permissionsSet(
  tx: Transaction,
  { user: name, vhost = defaultVhost, configure, write, read }: PermissionsSet,
): void {
  const user = tx.broker.users.get(name);
  if (user === undefined || !tx.broker.vhosts.has(vhost)) throw noVhostOrUser();
  checkExpressions([configure, write, read]);
  const permissions = user.permissions.set(vhost, { configure, write, read });
  tx.broker.users = tx.broker.users.set(name, { ...user, permissions });
}
