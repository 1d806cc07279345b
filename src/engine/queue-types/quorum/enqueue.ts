/**
 * How a message enters a quorum queue: behind the others, and then whatever is ready is handed out.
 *
 * https://www.rabbitmq.com/docs/quorum-queues
 */
import type { Queue } from '../../broker.ts';
import type { Instant } from '../../instant.ts';
import type { Message, QueuedMessage } from '../../message.ts';
import type { ChannelId } from '../../names.ts';
import { expiryOf } from '../../rules/time-to-live.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import type { ArrivingLetter } from '../queue-type.ts';
import { checkout } from './checkout.ts';
import { pushFresh } from './contents.ts';
import { refusesPublish } from './length-limit.ts';

/** Answers whether the queue took it. Dead letters are not refused: nobody could be told. */
export function enqueue(
  tx: Transaction,
  queue: Draft<Queue>,
  message: Message,
  from: ChannelId | null,
  { deliveryCount }: ArrivingLetter = { deliveryCount: 0 },
): boolean {
  const { vhost, name } = queue;
  const about = { message: message.id, vhost, queue: name };
  if (from !== null && refusesPublish(queue, from, tx.at)) {
    tx.record({ type: 'message.refused', ...about });
    return false;
  }
  const position = queue.lastPosition + 1;
  queue.lastPosition = position;
  tx.record({ type: 'message.enqueued', ...about, position });
  const queued: QueuedMessage = {
    position,
    message,
    expiresAt: givenAChance(expiryOf(queue, message, tx.at), tx.at),
    redelivered: deliveryCount > 0,
    enqueuedAt: tx.at,
    deliveryCount,
  };
  pushFresh(queue, queued, tx.broker.profile);
  checkout(tx, queue);
  return true;
}

/** With a time to live of 0 too a message is offered to the consumers once before it dies. */
const givenAChance = (expiresAt: Instant | null, now: Instant): Instant | null =>
  expiresAt === now ? ((now + 1) as Instant) : expiresAt;
