import type { ConnectionOpen } from '../../command.ts';
import { defaultVhost, guest } from '../../names.ts';
import { loginRefused, noVhost, noVhostAccess } from '../../protocol-error.ts';
import { checkConnectionLimit } from '../../rules/vhost-limits.ts';
import type { Transaction } from '../../transaction.ts';

/** https://www.rabbitmq.com/docs/access-control */
export function connectionOpen(
  tx: Transaction,
  { connection: id, user = guest, password, vhost = defaultVhost }: ConnectionOpen,
): void {
  const known = tx.broker.users.get(user);
  // Who gives no password is believed: the simulated clients need none. A blank one is never right.
  const isWrong = password !== undefined && password !== known?.password;
  if (known === undefined || isWrong || password === '') throw loginRefused();
  if (!tx.broker.vhosts.has(vhost)) throw noVhost(vhost);
  checkConnectionLimit(tx, vhost, user);
  if (!known.permissions.has(vhost)) throw noVhostAccess(vhost, user);
  tx.broker.connections = tx.broker.connections.set(id, {
    id,
    user,
    vhost,
    openedAt: tx.at,
    channels: [],
    exclusiveQueues: [],
    held: null,
  });
  tx.record({ type: 'connection.opened', connection: id, vhost });
  tx.sendOnConnection(id, { type: 'connection.open-ok' });
}
