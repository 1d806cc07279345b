import type { Channel } from '../../broker.ts';
import type { BasicNack } from '../../command.ts';
import { settle } from '../../rules/consumer-acknowledgement.ts';
import { deliveriesUpTo } from '../../rules/delivery-tags.ts';
import type { Transaction } from '../../transaction.ts';

/** https://www.rabbitmq.com/docs/nack */
export function basicNack(
  tx: Transaction,
  { deliveryTag, multiple = false, requeue = false }: BasicNack,
  channel: Channel,
): void {
  const deliveries = deliveriesUpTo(channel, deliveryTag, multiple);
  settle(tx, channel.id, deliveries, requeue ? 'requeue' : 'reject');
}
