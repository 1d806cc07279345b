import { PersistentMap, SequenceMap } from '#base';
import type { ChannelOpen } from '../../command.ts';
import type { DeliveryTag, QueueName } from '../../names.ts';
import { channelOpenTwice } from '../../protocol-error.ts';
import type { Transaction } from '../../transaction.ts';

export function channelOpen(tx: Transaction, { connection: id, channel }: ChannelOpen): void {
  if (tx.findChannel(channel) !== undefined) throw channelOpenTwice();
  const connection = tx.editConnection(id);
  connection.channels = [...connection.channels, channel];
  tx.broker.channels = tx.broker.channels.set(channel, {
    id: channel,
    connection: id,
    vhost: connection.vhost,
    lastDeliveryTag: 0 as DeliveryTag,
    unacked: SequenceMap.empty(),
    consumers: PersistentMap.empty(),
    prefetchCount: 0,
    globalPrefetchCount: 0,
    globalUnackedCount: 0,
    publishCount: null,
    transaction: null,
    lastQueue: '' as QueueName,
  });
  tx.record({ type: 'channel.opened', channel, connection: id });
  tx.send(tx.channel(channel), { type: 'channel.open-ok' });
}
