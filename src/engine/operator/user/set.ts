import { PersistentMap } from '#base';
import type { UserSet } from '../operator-command.ts';
import type { Transaction } from '../../transaction.ts';

/** Makes a user, or gives one another password and other tags; its permissions stay. */
export function userSet(tx: Transaction, { user: name, password, tags = [] }: UserSet): void {
  const before = tx.broker.users.get(name);
  tx.broker.users = tx.broker.users.set(name, {
    name,
    password: password ?? before?.password ?? '',
    tags,
    permissions: before?.permissions ?? PersistentMap.empty(),
    topicPermissions: before?.topicPermissions ?? PersistentMap.empty(),
  });
}
