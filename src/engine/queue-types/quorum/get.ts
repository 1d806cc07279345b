/**
 * `basic.get` from a quorum queue: to the queue it is a consumer that takes one message and is gone when
 * its client has answered.
 *
 * https://www.rabbitmq.com/docs/quorum-queues#behaviour
 */
import type { Channel, Queue } from '../../broker.ts';
import type { BasicGet } from '../../command.ts';
import { getNotSupportedWithActiveConsumer } from '../../protocol-error.ts';
import { sendGetOk, tagDelivery } from '../../rules/delivering.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { checkout, expire } from './checkout.ts';
import { takeNext } from './contents.ts';
import { propertiesToldToGet } from './delivery-count.ts';
import type { QuorumState } from './quorum-state.ts';

export function get(
  tx: Transaction,
  queue: Draft<Queue>,
  { noAck = false }: BasicGet,
  channel: Channel,
): void {
  const { vhost, name, settings } = queue;
  if (settings.singleActiveConsumer) throw getNotSupportedWithActiveConsumer(vhost, name);
  expire(tx, queue);
  const queued = takeNext(queue);
  if (queued === undefined) {
    tx.send(channel, { type: 'basic.get-empty' });
    return;
  }
  const to = { id: null, tag: null, channel: channel.id, noAck };
  const deliveryTag = tagDelivery(tx, queue, queued, to);
  if (noAck) {
    checkout(tx, queue);
  } else {
    const state = queue.quorum as QuorumState;
    queue.quorum = { ...state, getCount: state.getCount + 1 };
  }
  const properties = propertiesToldToGet(queued, tx.broker.profile);
  sendGetOk(tx, channel, queue, queued, deliveryTag, properties);
  expire(tx, queue);
}
