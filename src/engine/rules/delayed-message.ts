/**
 * What becomes of a message when its delay is over: it is routed by the bindings that there are by
 * then. Where it reaches no queue it is gone, and nobody is told.
 *
 * https://www.rabbitmq.com/docs/plugins and
 * https://github.com/rabbitmq/rabbitmq-delayed-message-exchange#limitations
 */
import type { Planned } from '../broker.ts';
import type { Transaction } from '../transaction.ts';
import { sendOn } from './arrival.ts';

type Delayed = Extract<Planned, { of: 'delayed-message' }>;

/** The exchange may be gone by now, and another may have its name. */
export function endDelay(tx: Transaction, { vhost, exchange: name, message }: Delayed): void {
  if (!tx.broker.vhosts.has(vhost)) return;
  const exchange = tx.exchange(vhost, name);
  if (exchange === undefined) {
    tx.record({ type: 'message.unroutable', message: message.id, vhost, exchange: name });
    return;
  }
  const delayedCount = Math.max(0, exchange.delayedCount - 1);
  tx.putExchange(vhost, { ...exchange, delayedCount });
  sendOn(tx, vhost, exchange, message);
}
