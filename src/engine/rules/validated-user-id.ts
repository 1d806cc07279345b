/**
 * Validated user-id: a publisher that names a user in the `user_id` property must be that user.
 *
 * https://www.rabbitmq.com/docs/validated-user-id
 */
import type { Properties } from '../message.ts';
import type { UserName } from '../names.ts';
import { wrongUserId } from '../protocol-error.ts';

export function checkUserId({ userId }: Properties, user: UserName): void {
  if (userId !== undefined && userId !== user) throw wrongUserId(userId, user);
}
