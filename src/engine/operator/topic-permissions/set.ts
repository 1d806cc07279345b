import { PersistentMap } from '#base';
import type { TopicPermissionsSet } from '../operator-command.ts';
import type { ExchangeName } from '../../names.ts';
import { defaultVhost } from '../../names.ts';
import type { Transaction } from '../../transaction.ts';
import { checkExpressions } from '../check-expressions.ts';
import { noVhostOrUser } from '../operator-error.ts';
import type { TopicPermissions } from '../operators-state.ts';

/** The exchange need not be there, nor be a topic exchange. */
export function topicPermissionsSet(
  tx: Transaction,
  { user: name, vhost = defaultVhost, exchange, write, read }: TopicPermissionsSet,
): void {
  const user = tx.broker.users.get(name);
  if (user === undefined || !tx.broker.vhosts.has(vhost)) throw noVhostOrUser();
  checkExpressions([write, read]);
  const before =
    user.topicPermissions.get(vhost) ?? PersistentMap.empty<ExchangeName, TopicPermissions>();
  const topicPermissions = user.topicPermissions.set(vhost, before.set(exchange, { write, read }));
  tx.broker.users = tx.broker.users.set(name, { ...user, topicPermissions });
}
