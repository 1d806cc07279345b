/**
 * What is bound to an exchange that remembers gets what it remembers: a queue the oldest first, an
 * exchange the latest first, as RabbitMQ does it. An exchange that has no queue for one of them is
 * more than the channel can bear.
 *
 * https://www.rabbitmq.com/docs/plugins and
 * https://github.com/rabbitmq/rabbitmq-server/tree/main/deps/rabbitmq_recent_history_exchange
 */
import type { Binding, Exchange } from '../broker.ts';
import type { ExchangeName, QueueName, VhostName } from '../names.ts';
import { internalError } from '../protocol-error.ts';
import type { Transaction } from '../transaction.ts';
import { putInQueues, sendOn } from './arrival.ts';

/** `binding` is new. */
export function deliverHistory(
  tx: Transaction,
  vhost: VhostName,
  { source, destination }: Binding,
): void {
  const { history } = tx.exchange(vhost, source) as Exchange;
  if (history.length === 0) return;
  if (destination.kind === 'queue') {
    const queues = [destination.name as QueueName];
    for (const message of history.toReversed()) {
      putInQueues(tx, { vhost, exchange: source, message }, { queues, hops: null });
    }
    return;
  }
  for (const message of history) {
    const exchange = tx.exchange(vhost, destination.name as ExchangeName) as Exchange;
    if (!sendOn(tx, vhost, exchange, message)) throw internalError();
  }
}
