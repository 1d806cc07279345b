/**
 * A copy leaves its queue and is gone, neither settled by a consumer nor dead-lettered: the one place
 * that tells so.
 *
 * https://www.rabbitmq.com/docs/queues#properties
 */
import type { DiscardReason } from '../event.ts';
import type { QueuedMessage } from '../message.ts';
import type { ChannelId, QueueName, VhostName } from '../names.ts';
import type { Transaction } from '../transaction.ts';

interface FromQueue {
  readonly vhost: VhostName;
  readonly name: QueueName;
}

/** `channel` is that of the client whose doing it is, or null. */
export function recordDiscard(
  tx: Transaction,
  { vhost, name: queue }: FromQueue,
  { message, position }: QueuedMessage,
  reason: DiscardReason,
  channel: ChannelId | null,
): void {
  const about = { message: message.id, vhost, queue, position };
  tx.record({ type: 'message.discarded', ...about, reason, channel });
}
