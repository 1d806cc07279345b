import type { Channel } from '../../broker.ts';
import type { BasicGet } from '../../command.ts';
import { noQueue } from '../../protocol-error.ts';
import { takeReady } from '../../queue-types/classic/ready.ts';
import { tagDelivery } from '../../rules/consumer-dispatch.ts';
import { checkExclusiveAccess } from '../../rules/exclusive-queue.ts';
import { queueOrLast } from '../../rules/naming.ts';
import { renewExpiry } from '../../rules/queue-expiry.ts';
import { dropExpired } from '../../rules/time-to-live.ts';
import type { Transaction } from '../../transaction.ts';

/** Takes no turn from the consumers and counts against no prefetch. */
export function basicGet(tx: Transaction, method: BasicGet, channel: Channel): void {
  const name = queueOrLast(method.queue, channel);
  const existing = tx.queue(channel.vhost, name);
  if (existing === undefined) throw noQueue(channel.vhost, name);
  checkExclusiveAccess(existing, channel.connection);
  const queue = tx.editQueue(existing);
  renewExpiry(tx, queue);
  const queued = takeReady(queue);
  if (queued === undefined) {
    tx.send(channel, { type: 'basic.get-empty' });
    return;
  }
  const recipient = { id: null, tag: null, channel: channel.id, noAck: method.noAck ?? false };
  const deliveryTag = tagDelivery(tx, queue, queued, recipient);
  dropExpired(tx, queue);
  const { exchange, routingKey, properties, body, id } = queued.message;
  tx.send(channel, {
    type: 'basic.get-ok',
    deliveryTag,
    redelivered: queued.redelivered,
    exchange,
    routingKey,
    messageCount: queue.readyCount,
    properties,
    body,
    message: id,
  });
}
