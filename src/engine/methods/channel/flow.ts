import type { Channel } from '../../broker.ts';
import type { ChannelFlow } from '../../command.ts';
import { notImplemented } from '../../protocol-error.ts';
import type { Transaction } from '../../transaction.ts';

/** Deliveries cannot be stopped this way: https://www.rabbitmq.com/docs/specification#methods */
export function channelFlow(tx: Transaction, { active }: ChannelFlow, channel: Channel): void {
  if (!active) throw notImplemented('active=false');
  tx.send(channel, { type: 'channel.flow-ok', active: true });
}
