/**
 * What becomes of a classic queue's deliveries when their client answers: acknowledged ones are gone,
 * rejected ones are dead-lettered, requeued ones go back to where they stood.
 *
 * https://www.rabbitmq.com/docs/confirms#consumer-acknowledgements
 */
import type { Consumer, Queue, Settlement, Unacked } from '../../broker.ts';
import { draftOfConsumer } from '../../drafts.ts';
import type { ChannelId } from '../../names.ts';
import { dispatch, unblock } from '../../rules/consumer-dispatch.ts';
import { deadLetter } from '../../rules/dead-letter-exchange.ts';
import { recordAck, recordRequeue } from '../../rules/settling.ts';
import { dropHead } from '../../rules/queue-length-limit.ts';
import { dropExpired } from '../../rules/time-to-live.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { returnReady } from './ready.ts';

export function settle(
  tx: Transaction,
  queue: Draft<Queue>,
  channel: ChannelId,
  deliveries: readonly Unacked[],
  how: Settlement,
): void {
  release(queue, deliveries);
  const isUnblocked = unblock(tx, queue, channel);
  if (how === 'ack') for (const unacked of deliveries) recordAck(tx, queue.vhost, channel, unacked);
  if (how === 'reject') {
    for (const { queued } of deliveries) deadLetter(tx, queue, queued, 'rejected', channel);
  }
  if (how === 'requeue') requeueAll(tx, queue, channel, deliveries);
  if (isUnblocked) dispatch(tx, queue);
}

/** The queue and the consumer no longer count these deliveries. */
function release(queue: Draft<Queue>, deliveries: readonly Unacked[]): void {
  forget(queue, deliveries);
  const id = (deliveries[0] as Unacked).consumer;
  const holder: Consumer | undefined = id === null ? undefined : queue.consumers.get(id);
  if (holder === undefined) return;
  const draft = draftOfConsumer(holder);
  draft.unackedCount -= deliveries.length;
  queue.consumers = queue.consumers.set(draft.id, draft);
}

function forget(queue: Draft<Queue>, deliveries: readonly Unacked[]): void {
  queue.unackedCount -= deliveries.length;
  for (const { queued } of deliveries) queue.unacked = queue.unacked.delete(queued.position);
}

/** A channel has closed, and its consumers are gone already. */
export function takeBack(
  tx: Transaction,
  queue: Draft<Queue>,
  channel: ChannelId,
  deliveries: readonly Unacked[],
): void {
  forget(queue, deliveries);
  requeueAll(tx, queue, channel, deliveries);
}

/** Puts the copies back in their places and hands out again what can be. */
function requeueAll(
  tx: Transaction,
  queue: Draft<Queue>,
  channel: ChannelId,
  deliveries: readonly Unacked[],
): void {
  for (const { queued } of deliveries) {
    returnReady(queue, { ...queued, redelivered: true });
    recordRequeue(tx, queue, queued, channel);
  }
  dropHead(tx, queue);
  dropExpired(tx, queue);
  dispatch(tx, queue);
}
