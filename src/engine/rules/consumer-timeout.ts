/**
 * Acknowledgement timeout: a channel whose oldest delivery has not been answered for in time is closed.
 * The timeout is that of the queue which this one came from; those behind it are not looked at.
 *
 * https://www.rabbitmq.com/docs/consumers#acknowledgement-timeout
 */
import type { Channel, Unacked } from '../broker.ts';
import type { ChannelId } from '../names.ts';
import { acknowledgementTimedOut } from '../protocol-error.ts';
import type { Transaction } from '../transaction.ts';
import { checkAgain, timeoutOf } from './acknowledgement-deadline.ts';
import { closeChannel } from './channel-closing.ts';

/** It is time to look: closes the channel, or says when to look again. */
export function checkAcknowledgements(tx: Transaction, id: ChannelId): void {
  if (tx.findChannel(id)?.checksAt !== tx.at) return;
  const channel = tx.editChannel(id);
  channel.checksAt = null;
  const [oldest] = channel.unacked.values();
  if (oldest === undefined) return;
  const timeout = timeoutOf(tx, channel.vhost, oldest);
  if (oldest.deliveredAt + timeout < tx.at) closeForTimeout(tx, channel, oldest, timeout);
  else checkAgain(tx, channel);
}

function closeForTimeout(
  tx: Transaction,
  channel: Channel,
  { queue, consumerTag, tag: deliveryTag, queued }: Unacked,
  timeoutMs: number,
): void {
  const { id, vhost, number } = channel;
  const message = queued.message.id;
  const about = { message, vhost, queue, channel: id, consumerTag, deliveryTag, timeoutMs };
  tx.record({ type: 'acknowledgement.timed-out', ...about });
  const { replyCode, message: replyText } = acknowledgementTimedOut(number, timeoutMs);
  tx.send(channel, { type: 'channel.close', replyCode, replyText, classId: 0, methodId: 0 });
  closeChannel(tx, id);
}
