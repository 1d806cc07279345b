import type { Channel } from '../../broker.ts';
import type { BasicReject } from '../../command.ts';
import { settle } from '../../rules/consumer-acknowledgement.ts';
import { deliveriesUpTo } from '../../rules/delivery-tags.ts';
import type { Transaction } from '../../transaction.ts';

export function basicReject(
  tx: Transaction,
  { deliveryTag, requeue = false }: BasicReject,
  channel: Channel,
): void {
  const deliveries = deliveriesUpTo(channel, deliveryTag, false);
  settle(tx, channel.id, deliveries, requeue ? 'requeue' : 'reject');
}
