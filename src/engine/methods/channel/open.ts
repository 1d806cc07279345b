import { PersistentMap, SequenceMap } from '#base';
import type { Connection } from '../../broker.ts';
import type { ChannelOpen } from '../../command.ts';
import type { DeliveryTag, QueueName } from '../../names.ts';
import { channelOpenTwice } from '../../protocol-error.ts';
import type { Transaction } from '../../transaction.ts';

export function channelOpen(
  tx: Transaction,
  { connection: id, channel, ...asked }: ChannelOpen,
): void {
  if (tx.findChannel(channel) !== undefined) throw channelOpenTwice();
  const connection = tx.editConnection(id);
  const number = asked.number ?? freeNumber(tx, connection);
  connection.channels = [...connection.channels, channel];
  tx.broker.channels = tx.broker.channels.set(channel, {
    id: channel,
    number,
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
    replyConsumer: null,
    permits: [],
    topicPermits: [],
    usedAt: tx.at,
    openedAt: tx.at,
    checksAt: null,
  });
  tx.record({ type: 'channel.opened', channel, connection: id });
  tx.send(tx.channel(channel), { type: 'channel.open-ok' });
}

function freeNumber(tx: Transaction, { channels }: Connection): number {
  const taken = new Set(channels.map((id) => tx.channel(id).number));
  let number = 1;
  while (taken.has(number)) number++;
  return number;
}
