/**
 * How a message enters a classic queue. If a consumer is ready for it, it goes straight on; otherwise
 * it waits, and may push others out.
 *
 * https://www.rabbitmq.com/docs/classic-queues
 */
import type { Queue } from '../../broker.ts';
import type { Message, QueuedMessage } from '../../message.ts';
import { chooseConsumer } from '../../rules/consumer-dispatch.ts';
import { deadLetter } from '../../rules/dead-letter-exchange.ts';
import { deliver } from '../../rules/delivering.ts';
import { deadLetterRefused, dropHead, refusesPublish } from '../../rules/queue-length-limit.ts';
import { dropExpired, expiryOf } from '../../rules/time-to-live.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { pushReady } from './ready.ts';

/** Answers whether the queue took it; a queue that is full may refuse. */
export function enqueue(tx: Transaction, queue: Draft<Queue>, message: Message): boolean {
  const { vhost, name } = queue;
  const queued: QueuedMessage = {
    position: queue.lastPosition + 1,
    message,
    expiresAt: expiryOf(queue, message, tx.at),
    redelivered: false,
    enqueuedAt: tx.at,
  };
  if (refusesPublish(queue, message)) {
    tx.record({ type: 'message.refused', message: message.id, vhost, queue: name });
    // It never had a place in the queue.
    deadLetterRefused(tx, queue, { ...queued, position: 0 });
    return false;
  }
  const { position } = queued;
  queue.lastPosition = position;
  tx.record({
    kind: 'fact',
    type: 'message.enqueued',
    message: message.id,
    vhost,
    queue: name,
    position,
  });

  const consumer = queue.readyCount === 0 ? chooseConsumer(tx, queue) : undefined;
  if (consumer === undefined) wait(tx, queue, queued);
  else deliver(tx, queue, consumer, queued);
  return true;
}

function wait(tx: Transaction, queue: Draft<Queue>, queued: QueuedMessage): void {
  const { messageTtl, deadLetterExchange } = queue.settings;
  if (messageTtl === 0 && deadLetterExchange === null) {
    deadLetter(tx, queue, queued, 'expired', null);
    return;
  }
  pushReady(queue, queued);
  const hasDropped = dropHead(tx, queue);
  // Only a message that came to stand at the head can have to be watched.
  const isHead = queue.readyCount === 1 && queued.expiresAt !== null;
  if (isHead || (hasDropped && queue.readyCount !== 1)) dropExpired(tx, queue);
}
