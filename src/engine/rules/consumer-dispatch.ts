/**
 * Which consumer gets the next message: the one whose turn it is and that has room. As long as
 * messages are ready and some consumer can take one, they are handed out.
 *
 * https://www.rabbitmq.com/docs/consumers#fetching
 */
import type { Consumer, Queue } from '../broker.ts';
import { draftOfConsumer } from '../drafts.ts';
import type { QueuedMessage } from '../message.ts';
import type { ChannelId, ConsumerId } from '../names.ts';
import { takeReady } from '../queue-types/classic/ready.ts';
import type { Draft, Transaction } from '../transaction.ts';
import { hasRoom } from './consumer-prefetch.ts';
import { giveUpTurn, nextTurn, onlyTurn, takeTurn } from './consumer-priority.ts';
import { deliver } from './delivering.ts';
import { dropExpired } from './time-to-live.ts';

/** Hands out every message that some consumer is ready for. */
export function dispatch(tx: Transaction, queue: Draft<Queue>): void {
  while (queue.readyCount > 0) {
    const consumer = chooseConsumer(tx, queue);
    if (consumer === undefined) return;
    const queued = takeReady(queue) as QueuedMessage;
    deliver(tx, queue, consumer, queued);
    dropExpired(tx, queue);
  }
}

/** The consumer that gets the next message, which is to be delivered at once. */
export function chooseConsumer(tx: Transaction, queue: Draft<Queue>): Consumer | undefined {
  if (queue.settings.singleActiveConsumer) return chooseActive(tx, queue);
  const only = onlyTurn(queue);
  if (only !== undefined && hasRoom(only, tx.channel(only.channel))) return only;
  for (;;) {
    const consumer = nextTurn(queue);
    if (consumer === undefined) return undefined;
    if (hasRoom(consumer, tx.channel(consumer.channel))) {
      takeTurn(queue, consumer);
      return consumer;
    }
    block(queue, consumer);
  }
}

function chooseActive(tx: Transaction, queue: Draft<Queue>): Consumer | undefined {
  if (queue.activeConsumer === null) return undefined;
  const active = queue.consumers.get(queue.activeConsumer);
  if (active === undefined || active.isBlocked) return undefined;
  if (hasRoom(active, tx.channel(active.channel))) return active;
  giveUpTurn(queue, active);
  block(queue, active);
  return undefined;
}

function block(queue: Draft<Queue>, consumer: Consumer): void {
  const { id, channel } = consumer;
  const blocked = draftOfConsumer(consumer);
  blocked.isBlocked = true;
  queue.consumers = queue.consumers.set(id, blocked);
  queue.blocked = queue.blocked.set(channel, [...(queue.blocked.get(channel) ?? []), id]);
}

/** Gives the channel's waiting consumers their turns again, as far as they have room now. */
export function unblock(tx: Transaction, queue: Draft<Queue>, channelId: ChannelId): boolean {
  const waiting = queue.blocked.get(channelId);
  if (waiting === undefined) return false;
  const channel = tx.channel(channelId);
  const still: ConsumerId[] = [];
  for (const id of waiting) {
    const consumer = queue.consumers.get(id);
    if (consumer === undefined) continue;
    if (hasRoom(consumer, channel)) {
      const unblocked = draftOfConsumer(consumer);
      unblocked.isBlocked = false;
      queue.consumers = queue.consumers.set(id, unblocked);
      takeTurn(queue, unblocked);
    } else {
      still.push(id);
    }
  }
  queue.blocked =
    still.length === 0 ? queue.blocked.delete(channelId) : queue.blocked.set(channelId, still);
  return still.length < waiting.length;
}
