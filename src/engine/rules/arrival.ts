/**
 * How a message that no channel waits for enters the queues that it was routed to: one that was held
 * back, one that an exchange remembered, or a copy for the firehose.
 *
 * https://www.rabbitmq.com/docs/exchanges
 */
import type { Exchange } from '../broker.ts';
import { route } from '../exchanges/route.ts';
import type { Route } from '../exchanges/route.ts';
import type { Message } from '../message.ts';
import type { ExchangeName, VhostName } from '../names.ts';
import { queueTypeOf } from '../queue-types/index.ts';
import type { Transaction } from '../transaction.ts';
import { isHeldBack, keepMessage } from './keeping.ts';

/** Answers whether it reached any queue. */
export function sendOn(
  tx: Transaction,
  vhost: VhostName,
  exchange: Exchange,
  message: Message,
): boolean {
  const found = route(tx.vhost(vhost), exchange, message, tx.broker.profile);
  const { queues, kept } = found;
  if (queues.length > 0 || !isHeldBack(kept)) {
    putInQueues(tx, { vhost, exchange: exchange.name, message }, found);
  }
  if (kept !== null) keepMessage(tx, vhost, message, kept);
  return queues.length > 0;
}

export function putInQueues(
  tx: Transaction,
  {
    vhost,
    exchange,
    message,
  }: { readonly vhost: VhostName; readonly exchange: ExchangeName; readonly message: Message },
  { queues, hops }: Pick<Route, 'queues' | 'hops'>,
): void {
  const about = { message: message.id, vhost, exchange };
  if (queues.length === 0) {
    tx.record({ type: 'message.unroutable', ...about });
    return;
  }
  tx.record({ type: 'message.routed', ...about, queues, hops });
  for (const name of queues) {
    const queue = tx.editQueue({ vhost, name });
    queueTypeOf(queue).enqueue(tx, queue, message, null);
  }
}
