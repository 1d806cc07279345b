/**
 * What becomes of a stream's deliveries when their client answers. Messages are where they were; the
 * consumer of that name, be it the one that had them or another, gets room for as many others.
 *
 * https://www.rabbitmq.com/docs/streams#consuming
 */
import type { Queue, Settlement, Unacked } from '../../broker.ts';
import type { ChannelId } from '../../names.ts';
import { notSupportedByStreams } from '../../protocol-error.ts';
import { recordAck } from '../../rules/settling.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { giveCredit } from './readers.ts';
import type { StreamState } from './stream-state.ts';

export function settle(
  tx: Transaction,
  queue: Draft<Queue>,
  channel: ChannelId,
  deliveries: readonly Unacked[],
  how: Settlement,
): void {
  const { vhost, name } = queue;
  if (how !== 'ack' && !tx.broker.profile.streamsTakeRejects) {
    throw notSupportedByStreams('basic.nack and basic.reject', vhost, name);
  }
  for (const unacked of deliveries) {
    release(queue, unacked);
    recordAck(tx, vhost, channel, unacked);
  }
  const tag = deliveries[0]?.consumerTag;
  const { readers } = queue.stream as StreamState;
  const reader = readers.find((other) => other.channel === channel && other.tag === tag);
  if (reader !== undefined) giveCredit(tx, queue, reader, deliveries.length);
}

/** Its consumer no longer counts it. */
function release(queue: Draft<Queue>, { consumer: id }: Unacked): void {
  const holder = id === null ? undefined : queue.consumers.get(id);
  if (holder === undefined) return;
  const unackedCount = holder.unackedCount - 1;
  queue.consumers = queue.consumers.set(holder.id, { ...holder, unackedCount });
}
