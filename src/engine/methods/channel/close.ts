import type { Channel } from '../../broker.ts';
import type { ChannelClose } from '../../command.ts';
import { closeChannel } from '../../rules/channel-closing.ts';
import type { Transaction } from '../../transaction.ts';

export function channelClose(
  tx: Transaction,
  { channel: id }: ChannelClose,
  channel: Channel,
): void {
  closeChannel(tx, id);
  tx.send(channel, { type: 'channel.close-ok' });
}
