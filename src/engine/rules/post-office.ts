/**
 * Carries dead letters to the queues they are addressed to, and copies to those who watch the
 * firehose. A letter may push another copy out of a full queue, which is then posted too, until nobody
 * has anything left to send.
 *
 * https://www.rabbitmq.com/docs/dlx#routing and https://www.rabbitmq.com/docs/firehose
 */
import type { Exchange } from '../broker.ts';
import { route } from '../exchanges/route.ts';
import { keepLetter } from '../queue-types/quorum/kept-letters.ts';
import { queueTypeOf } from '../queue-types/index.ts';
import type { Posted, Traced, Transaction } from '../transaction.ts';
import { sendOn } from './arrival.ts';
import { closesAutomaticCycle } from './dead-letter-exchange.ts';
import { traceExchange } from './firehose.ts';
import { isHeldBack, keepMessage } from './keeping.ts';

export function deliverPost(tx: Transaction): void {
  for (;;) {
    for (let next = tx.posted.shift(); next !== undefined; next = tx.posted.shift()) {
      deliverLetter(tx, next);
    }
    const copy = tx.takeTraced();
    if (copy === undefined) return;
    deliverCopy(tx, copy);
  }
}

function deliverCopy(tx: Transaction, { vhost, copy, of }: Traced): void {
  if (!tx.broker.vhosts.has(vhost)) return;
  tx.record({ type: 'message.traced', message: copy.id, vhost, copy, of });
  sendOn(tx, vhost, tx.exchange(vhost, traceExchange) as Exchange, copy);
}

function deliverLetter(tx: Transaction, posted: Posted): void {
  const { vhost, letter, reason, takenBy = [], keptBy } = posted;
  const exchange = tx.exchange(vhost, letter.exchange);
  if (exchange === undefined) {
    keepLetter(tx, posted, takenBy);
    return;
  }
  const { queues, hops, kept } = route(tx.vhost(vhost), exchange, letter, tx.broker.profile);
  const about = { message: letter.id, vhost };
  const isCycle = (queue: (typeof queues)[number]): boolean =>
    reason !== 'rejected' && closesAutomaticCycle(letter.deaths, queue);
  for (const queue of queues.filter(isCycle)) {
    tx.record({ type: 'dead-letter-cycle.broken', ...about, queue });
  }
  const targets = queues.filter((queue) => !isCycle(queue) && !takenBy.includes(queue));
  if (kept !== null) keepMessage(tx, vhost, letter, kept);
  if (targets.length === 0) {
    if (isHeldBack(kept)) return;
    if (keptBy === undefined) {
      tx.record({ type: 'message.unroutable', ...about, exchange: letter.exchange });
    } else if (takenBy.length === 0) {
      keepLetter(tx, posted, takenBy);
    }
    return;
  }
  tx.record({ type: 'message.routed', ...about, exchange: letter.exchange, queues: targets, hops });
  const refusing = targets.filter((name) => {
    const queue = tx.editQueue({ vhost, name });
    return !queueTypeOf(queue).enqueue(tx, queue, letter, null, keptBy);
  });
  if (refusing.length === 0) return;
  keepLetter(tx, posted, [...takenBy, ...targets.filter((name) => !refusing.includes(name))]);
}
