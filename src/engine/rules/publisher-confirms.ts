/**
 * Publisher confirms: on a channel in confirm mode the broker says of every publish that it has taken
 * charge of it, or, where a queue refused it, that it has not. A message that no queue wanted counts
 * as taken; one refusing queue of several is enough for a nack.
 *
 * https://www.rabbitmq.com/docs/confirms#publisher-confirms
 */
import type { MessageId, PublishSequence } from '../names.ts';
import type { Channel } from '../broker.ts';
import type { Transaction } from '../transaction.ts';

/** Numbers a publish; null outside confirm mode. */
export function countPublish(tx: Transaction, channel: Channel): PublishSequence | null {
  if (channel.publishCount === null) return null;
  const draft = tx.editChannel(channel.id);
  const sequence = (channel.publishCount + 1) as PublishSequence;
  draft.publishCount = sequence;
  return sequence;
}

export function confirmPublish(
  tx: Transaction,
  channel: Channel,
  sequence: PublishSequence,
  message: MessageId,
  isAccepted: boolean,
): void {
  tx.record({
    type: isAccepted ? 'message.confirmed' : 'message.nacked',
    message,
    vhost: channel.vhost,
    channel: channel.id,
    sequence,
  });
  tx.send(channel, {
    type: isAccepted ? 'basic.ack' : 'basic.nack',
    deliveryTag: sequence,
    multiple: false,
  });
}
