/**
 * How a consumer ends. Its deliveries stay with its channel until that answers for them or closes.
 *
 * https://www.rabbitmq.com/docs/consumers#unsubscribing
 */
import type { Queue } from '../broker.ts';
import type { ConsumerId } from '../names.ts';
import type { Draft, Transaction } from '../transaction.ts';
import { giveUpTurn } from './consumer-priority.ts';

/** Takes a consumer away from its queue. */
export function cancelConsumer(tx: Transaction, queue: Draft<Queue>, id: ConsumerId): void {
  const consumer = queue.consumers.get(id);
  if (consumer === undefined) return;
  giveUpTurn(queue, consumer);
  queue.consumers = queue.consumers.delete(id);
  const { channel, tag: consumerTag } = consumer;
  const waiting = queue.blocked.get(channel)?.filter((other) => other !== id);
  if (waiting !== undefined) {
    queue.blocked =
      waiting.length === 0 ? queue.blocked.delete(channel) : queue.blocked.set(channel, waiting);
  }
  const { vhost, name } = queue;
  tx.record({ type: 'consumer.cancelled', vhost, queue: name, channel, consumerTag });
}
