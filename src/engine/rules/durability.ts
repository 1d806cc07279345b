/**
 * What a restart leaves: durable exchanges and queues, bindings between durable things, and the
 * messages of durable queues as far as the type of queue keeps them. Connections and their exclusive
 * queues are gone.
 *
 * https://www.rabbitmq.com/docs/queues#durability
 */
import type { Queue } from '../broker.ts';
import type { VhostName } from '../names.ts';
import { queueTypeOf } from '../queue-types/index.ts';
import type { Transaction } from '../transaction.ts';
import { removeBinding, eachBinding, removeExchange } from './bindings.ts';
import { closeConnection } from './connection-closing.ts';
import { deleteQueue } from './queue-deletion.ts';
import { renewExpiry } from './queue-expiry.ts';

export function restart(tx: Transaction): void {
  for (const id of [...tx.broker.connections.keys()].sort()) closeConnection(tx, id, 'restart');
  for (const { name } of tx.broker.vhosts.values()) {
    for (const queue of tx.vhost(name).queues.values()) {
      if (!queue.durable) deleteQueue(tx, queue, 'not-durable');
    }
    for (const exchange of tx.vhost(name).exchanges.values()) {
      if (!exchange.durable) removeExchange(tx, name, exchange);
    }
    forgetHistories(tx, name);
    for (const binding of eachBinding(tx.vhost(name))) {
      if (tx.exchange(name, binding.source) === undefined) removeBinding(tx, name, binding);
    }
    for (const queue of tx.vhost(name).queues.values()) recover(tx, queue);
  }
  // Whether the firehose is on is not kept.
  tx.broker.tracedVhosts = [];
  tx.record({ type: 'broker.restarted' });
}

function recover(tx: Transaction, { vhost, name }: Queue): void {
  const queue = tx.editQueue({ vhost, name });
  queueTypeOf(queue).restart(tx, queue);
  renewExpiry(tx, queue);
}

/** What an exchange remembers is only in memory; what it holds back is not. */
function forgetHistories(tx: Transaction, vhost: VhostName): void {
  for (const exchange of tx.vhost(vhost).exchanges.values()) {
    if (exchange.history.length > 0) tx.putExchange(vhost, { ...exchange, history: [] });
  }
}
