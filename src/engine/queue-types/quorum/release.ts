/**
 * That a delivery of a quorum queue has been answered: its consumer has room for another one. A consumer
 * that was cancelled, and a `basic.get`, are forgotten with their last answer.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#behaviour
 */
import type { Queue, Unacked } from '../../broker.ts';
import type { ConsumerId } from '../../names.ts';
import type { Draft } from '../../transaction.ts';
import { takePlace } from './checkout.ts';
import type { QuorumState } from './quorum-state.ts';

export function release(queue: Draft<Queue>, { queued, consumer }: Unacked): void {
  queue.unackedCount -= 1;
  queue.unacked = queue.unacked.delete(queued.position);
  if (consumer === null) {
    const state = queue.quorum as QuorumState;
    queue.quorum = { ...state, getCount: state.getCount - 1 };
  } else {
    releaseConsumer(queue, consumer);
  }
}

function releaseConsumer(queue: Draft<Queue>, id: ConsumerId): void {
  const consumer = queue.consumers.get(id);
  if (consumer === undefined) {
    forgetCancelled(queue, id);
    return;
  }
  const released = { ...consumer, unackedCount: consumer.unackedCount - 1 };
  if (consumer.isBlocked) takePlace(queue, released);
  else queue.consumers = queue.consumers.set(id, released);
}

function forgetCancelled(queue: Draft<Queue>, id: ConsumerId): void {
  const state = queue.quorum as QuorumState;
  const cancelled = state.cancelled.get(id);
  if (cancelled === undefined) return;
  const unackedCount = cancelled.unackedCount - 1;
  queue.quorum = {
    ...state,
    cancelled:
      unackedCount > 0
        ? state.cancelled.set(id, { ...cancelled, unackedCount })
        : state.cancelled.delete(id),
  };
  if (cancelled.continuedBy !== null) releaseConsumer(queue, cancelled.continuedBy);
}
