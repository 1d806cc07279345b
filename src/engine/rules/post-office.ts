/**
 * Carries dead letters to the queues they are addressed to. A letter may push another copy out of a
 * full queue, which is then posted too, until nobody has anything left to send.
 *
 * https://www.rabbitmq.com/docs/dlx#routing
 */
import { route } from '../exchanges/route.ts';
import { queueTypeOf } from '../queue-types/index.ts';
import type { Posted, Transaction } from '../transaction.ts';
import { closesAutomaticCycle } from './dead-letter-exchange.ts';

export function deliverPost(tx: Transaction): void {
  for (let next = tx.posted.shift(); next !== undefined; next = tx.posted.shift()) {
    deliverLetter(tx, next);
  }
}

function deliverLetter(tx: Transaction, { vhost, letter, reason }: Posted): void {
  const exchange = tx.exchange(vhost, letter.exchange);
  if (exchange === undefined) return;
  const { queues, hops } = route(tx.vhost(vhost), exchange, letter, tx.broker.profile);
  const about = { message: letter.id, vhost };
  const isCycle = (queue: (typeof queues)[number]): boolean =>
    reason !== 'rejected' && closesAutomaticCycle(letter.deaths, queue);
  for (const queue of queues.filter(isCycle)) {
    tx.record({ type: 'dead-letter-cycle.broken', ...about, queue });
  }
  const targets = queues.filter((queue) => !isCycle(queue));
  if (targets.length === 0) {
    tx.record({ type: 'message.unroutable', ...about, exchange: letter.exchange });
    return;
  }
  tx.record({ type: 'message.routed', ...about, exchange: letter.exchange, queues: targets, hops });
  for (const name of targets) {
    const queue = tx.editQueue({ vhost, name });
    queueTypeOf(queue).enqueue(tx, queue, letter, null);
  }
}
