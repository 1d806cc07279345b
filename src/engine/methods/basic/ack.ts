import type { Channel } from '../../broker.ts';
import type { BasicAck } from '../../command.ts';
import { settle } from '../../rules/consumer-acknowledgement.ts';
import { deliveriesUpTo } from '../../rules/delivery-tags.ts';
import type { Transaction } from '../../transaction.ts';

export function basicAck(
  tx: Transaction,
  { deliveryTag, multiple = false }: BasicAck,
  channel: Channel,
): void {
  settle(tx, channel.id, deliveriesUpTo(channel, deliveryTag, multiple), 'ack');
}
