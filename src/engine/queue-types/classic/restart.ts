/**
 * What a classic queue has after a restart: its persistent messages, delivered or not. Copies that had
 * been delivered come back marked as redelivered.
 *
 * https://www.rabbitmq.com/docs/persistence-conf
 */
import { PersistentMap, SequenceMap } from '#base';
import type { Queue } from '../../broker.ts';
import type { QueuedMessage } from '../../message.ts';
import { recordDiscard } from '../../rules/discarding.ts';
import { dropExpired } from '../../rules/time-to-live.ts';
import type { Draft, Transaction } from '../../transaction.ts';
import { eachReady, pushReady } from './ready.ts';

export function restart(tx: Transaction, queue: Draft<Queue>): void {
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
}

const isPersistent = ({ message }: QueuedMessage): boolean => message.properties.deliveryMode === 2;
