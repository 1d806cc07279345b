/**
 * Permissions: in each virtual host a user has three regular expressions, for the names that it may
 * configure, write to and read from. They match anywhere in a name; an empty one matches the empty
 * name alone. Who has none in a virtual host cannot connect to it.
 *
 * https://www.rabbitmq.com/docs/access-control#authorisation
 */
import type { Channel, Destination } from '../broker.ts';
import { rememberedPermitsMax } from '../limits.ts';
import { defaultExchange } from '../names.ts';
import type { Permission } from '../operator/operators-state.ts';
import { matchesPattern } from '../patterns/matches-pattern.ts';
import { exchangeIn, noAccess, queueIn } from '../protocol-error.ts';
import type { ExchangeName, QueueName } from '../names.ts';
import type { Transaction } from '../transaction.ts';

/** Under this name the default exchange is known to permissions. */
const defaultExchangeAlias = 'amq.default' as ExchangeName;

/** Refuses what the channel's user may not do. What it was allowed lately is not asked again. */
export function checkPermission(
  tx: Transaction,
  channel: Channel,
  permission: Permission,
  kind: Destination['kind'],
  name: string,
): void {
  for (const permit of channel.permits) {
    if (permit.name === name && permit.permission === permission && permit.kind === kind) return;
  }
  ask(tx, channel, permission, kind, name);
  const draft = tx.editChannel(channel.id);
  const kept = draft.permits.slice(0, rememberedPermitsMax - 1);
  draft.permits = [{ permission, kind, name }, ...kept];
}

function ask(
  tx: Transaction,
  { connection, vhost }: Channel,
  permission: Permission,
  kind: Destination['kind'],
  name: string,
): void {
  const { user } = tx.connection(connection);
  const isDefault = kind === 'exchange' && name === defaultExchange;
  const known = isDefault ? defaultExchangeAlias : name;
  const expression = tx.broker.users.get(user)?.permissions.get(vhost)?.[permission];
  if (expression !== undefined && isAllowed(expression, known)) return;
  const thing =
    kind === 'queue'
      ? queueIn(vhost, known as QueueName)
      : exchangeIn(vhost, known as ExchangeName);
  throw noAccess(tx.broker.profile.namesRefusedPermission ? permission : null, thing, user);
}

/** Whether the regular expression of a permission allows a name or a routing key. */
export function isAllowed(expression: string, name: string): boolean {
  // What almost every user has is not worth a search.
  if (expression === '.*') return true;
  return expression === '' ? name === '' : matchesPattern(expression, name);
}
