/**
 * Topic permissions: beside the permissions of the exchange, two regular expressions for the routing
 * keys that a user may publish to a topic exchange with, and bind to it with. `{username}` and
 * `{vhost}` in them stand for these names. Where a user has none for an exchange, all keys are allowed.
 *
 * https://www.rabbitmq.com/docs/access-control#topic-authorisation
 */
import type { Channel, Exchange } from '../broker.ts';
import { rememberedPermitsMax } from '../limits.ts';
import { patternProblem } from '../patterns/matches-pattern.ts';
import { exchangeIn, noAccess } from '../protocol-error.ts';
import type { Transaction } from '../transaction.ts';
import { isAllowed } from './permissions.ts';

/** Refuses a routing key that the channel's user may not use; other exchanges have no such rule. */
export function checkTopicPermission(
  tx: Transaction,
  channel: Channel,
  permission: 'write' | 'read',
  { type, name: exchange }: Exchange,
  routingKey: string,
): void {
  if (type !== 'topic') return;
  const { vhost } = channel;
  for (const permit of channel.topicPermits) {
    const isSame = permit.routingKey === routingKey && permit.exchange === exchange;
    if (isSame && permit.permission === permission) return;
  }
  const { user } = tx.connection(channel.connection);
  const permissions = tx.broker.users.get(user)?.topicPermissions.get(vhost);
  // Nothing to remember either: whoever publishes with a thousand keys does not pay for it.
  if (permissions === undefined) return;
  const expression = permissions.get(exchange)?.[permission];
  if (expression !== undefined) {
    const expanded = expression
      .replaceAll('{username}', () => user)
      .replaceAll('{vhost}', () => vhost);
    const isUsable = patternProblem(expanded) === null;
    if (!isUsable || !isAllowed(expanded, routingKey)) {
      const thing = `topic '${routingKey}' in ${exchangeIn(vhost, exchange)}`;
      throw noAccess(tx.broker.profile.namesRefusedPermission ? permission : null, thing, user);
    }
  }
  const draft = tx.editChannel(channel.id);
  const kept = draft.topicPermits.slice(0, rememberedPermitsMax - 1);
  draft.topicPermits = [{ permission, exchange, routingKey }, ...kept];
}
