/**
 * `basic.get` from a classic queue: takes no turn from the consumers and counts against no prefetch.
 *
 * https://www.rabbitmq.com/docs/consumers#fetching
 */
import type { Channel, Queue } from '../../broker.ts';
import type { BasicGet } from '../../command.ts';
import { sendGetOk, tagDelivery } from '../../rules/delivering.ts';
import { dropExpired } from '../../rules/time-to-live.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { takeReady } from './ready.ts';

export function get(
  tx: Transaction,
  queue: Draft<Queue>,
  { noAck = false }: BasicGet,
  channel: Channel,
): void {
  const queued = takeReady(queue);
  if (queued === undefined) {
    tx.send(channel, { type: 'basic.get-empty' });
    return;
  }
  const deliveryTag = tagDelivery(tx, queue, queued, {
    id: null,
    tag: null,
    channel: channel.id,
    noAck,
  });
  dropExpired(tx, queue);
  sendGetOk(tx, channel, queue, queued, deliveryTag);
}
