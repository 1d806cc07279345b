/**
 * Validated user-id: a publisher that names a user in the `user_id` property must be that user, unless
 * it bears the tag `impersonator`.
 *
 * https://www.rabbitmq.com/docs/validated-user-id
 */
import type { Channel } from '../broker.ts';
import type { Properties } from '../message.ts';
import { wrongUserId } from '../protocol-error.ts';
import type { Transaction } from '../transaction.ts';

export function checkUserId(tx: Transaction, channel: Channel, { userId }: Properties): void {
  if (userId === undefined) return;
  const { user } = tx.connection(channel.connection);
  if (userId === user || tx.broker.users.get(user)?.tags.includes('impersonator')) return;
  throw wrongUserId(userId, user);
}
