/**
 * What a restart leaves: durable exchanges and queues, bindings between durable things, and the
 * persistent messages of durable queues, delivered or not. Connections and their exclusive queues are
 * gone. Copies that had been delivered come back marked as redelivered.
 *
 * https://www.rabbitmq.com/docs/queues#durability
 */
import { PersistentMap, SequenceMap } from '#base';
import type { Queue } from '../broker.ts';
import type { QueuedMessage } from '../message.ts';
import { eachReady, pushReady } from '../queue-types/classic/ready.ts';
import type { Transaction } from '../transaction.ts';
import { removeBinding, eachBinding, removeExchange } from './bindings.ts';
import { closeConnection } from './connection-closing.ts';
import { recordDiscard } from './discarding.ts';
import { deleteQueue } from './queue-deletion.ts';
import { renewExpiry } from './queue-expiry.ts';
import { dropExpired } from './time-to-live.ts';

export function restart(tx: Transaction): void {
  for (const id of [...tx.broker.connections.keys()].sort()) closeConnection(tx, id, 'restart');
  for (const { name } of tx.broker.vhosts.values()) {
    for (const queue of tx.vhost(name).queues.values()) {
      if (!queue.durable) deleteQueue(tx, queue, 'not-durable');
    }
    for (const exchange of tx.vhost(name).exchanges.values()) {
      if (!exchange.durable) removeExchange(tx, name, exchange);
    }
    for (const binding of eachBinding(tx.vhost(name))) {
      if (tx.exchange(name, binding.source) === undefined) removeBinding(tx, name, binding);
    }
    for (const queue of tx.vhost(name).queues.values()) recover(tx, queue);
  }
  tx.record({ type: 'broker.restarted' });
}

function recover(tx: Transaction, { vhost, name }: Queue): void {
  const queue = tx.editQueue({ vhost, name });
  const before = [...eachReady(queue)];
  Object.assign(queue, {
    ready: [],
    readyCount: 0,
    readyBytes: 0,
    unackedCount: 0,
    unacked: SequenceMap.empty(),
    consumers: PersistentMap.empty(),
    turns: [],
    blocked: PersistentMap.empty(),
    activeConsumer: null,
    hadConsumer: false,
    looksAt: null,
  });
  for (const queued of before) {
    if (isPersistent(queued)) pushReady(queue, queued);
    else recordDiscard(tx, queue, queued, 'not-durable', null);
  }
  dropExpired(tx, queue);
  renewExpiry(tx, queue);
}

const isPersistent = ({ message }: QueuedMessage): boolean => message.properties.deliveryMode === 2;
