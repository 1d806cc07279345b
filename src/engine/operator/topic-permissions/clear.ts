import type { TopicPermissionsClear } from '../operator-command.ts';
import { defaultVhost } from '../../names.ts';
import type { Transaction } from '../../transaction.ts';
import { notFound } from '../operator-error.ts';

/** Those of one exchange, or without a name of it those of all. */
export function topicPermissionsClear(
  tx: Transaction,
  { user: name, vhost = defaultVhost, exchange }: TopicPermissionsClear,
): void {
  const user = tx.broker.users.get(name);
  const before = user?.topicPermissions.get(vhost);
  if (user === undefined || before === undefined) throw notFound();
  if (exchange !== undefined && !before.has(exchange)) throw notFound();
  const rest = exchange === undefined ? null : before.delete(exchange);
  const topicPermissions =
    rest === null || rest.size === 0
      ? user.topicPermissions.delete(vhost)
      : user.topicPermissions.set(vhost, rest);
  tx.broker.users = tx.broker.users.set(name, { ...user, topicPermissions });
}
