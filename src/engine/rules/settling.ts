/**
 * That a delivery has been answered: the facts of it, the same for all types of queues.
 *
 * https://www.rabbitmq.com/docs/confirms#consumer-acknowledgements
 */
import type { Queue, Unacked } from '../broker.ts';
import type { QueuedMessage } from '../message.ts';
import type { ChannelId, VhostName } from '../names.ts';
import type { Transaction } from '../transaction.ts';

/** The copy is gone for good, or, a stream's, read. */
export function recordAck(
  tx: Transaction,
  vhost: VhostName,
  channel: ChannelId,
  { queue, consumerTag, tag, queued, staysInQueue }: Unacked,
): void {
  const fact = {
    kind: 'fact',
    type: 'message.acknowledged',
    message: queued.message.id,
    vhost,
    queue,
    channel,
    consumerTag,
    deliveryTag: tag,
    position: queued.position,
  } as const;
  tx.record(staysInQueue ? { ...fact, staysInQueue } : fact);
}

/** The copy is in its queue again, and ready. */
export function recordRequeue(
  tx: Transaction,
  { vhost, name: queue }: Queue,
  { message, position }: QueuedMessage,
  channel: ChannelId,
): void {
  tx.record({ type: 'message.requeued', message: message.id, vhost, queue, position, channel });
}
