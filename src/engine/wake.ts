/**
 * What time alone brings about: messages expire, and so do queues; held back messages go on; whoever
 * has not acknowledged for too long is cut off. Each happens at its own instant, the earliest first,
 * however far one advances at once.
 */
import { heapWithoutLeast } from '#base';
import type { Broker, Deadline } from './broker.ts';
import { isEarlier } from './deadline.ts';
import type { Instant } from './instant.ts';
import { queueTypeOf } from './queue-types/index.ts';
import { checkAcknowledgements } from './rules/consumer-timeout.ts';
import { endDelay } from './rules/delayed-message.ts';
import { deliverPost } from './rules/post-office.ts';
import { deleteQueue } from './rules/queue-deletion.ts';
import { postponeExpiry } from './rules/queue-expiry.ts';
import type { Transaction } from './transaction.ts';

/**
 * When the broker next wants to be woken, or null for never. It may turn out that nothing is to be
 * done then: a deadline that has become void stays where it is until it comes.
 */
export const nextDeadline = ({ deadlines }: Broker): Instant | null => deadlines?.least.at ?? null;

/** Lets everything happen that is due by `until`. */
export function wake(tx: Transaction, until: Instant): void {
  for (;;) {
    const { deadlines } = tx.broker;
    if (deadlines === null || deadlines.least.at > until) break;
    const deadline = deadlines.least;
    tx.broker.deadlines = heapWithoutLeast(deadlines, isEarlier);
    tx.at = deadline.at;
    meet(tx, deadline);
    deliverPost(tx);
  }
  tx.at = until;
}

function meet(tx: Transaction, deadline: Deadline): void {
  if (deadline.of === 'queue') lookAt(tx, deadline);
  else if (deadline.of === 'channel') checkAcknowledgements(tx, deadline.channel);
  else endDelay(tx, deadline);
}

type QueueDeadline = Extract<Deadline, { of: 'queue' }>;

function lookAt(tx: Transaction, { at, vhost, queue: name }: QueueDeadline): void {
  if (!tx.broker.vhosts.has(vhost)) return;
  const queue = tx.queue(vhost, name);
  if (queue === undefined) return;
  if (queue.looksAt === at) {
    const draft = tx.editQueue(queue);
    draft.looksAt = null;
    queueTypeOf(draft).look(tx, draft);
  }
  if (queue.expiresAt === at) {
    const draft = tx.editQueue(queue);
    draft.expiresAt = null;
    if (draft.consumers.size > 0) return;
    if (draft.quorum !== null && queueTypeOf(draft).countConsumers(draft) > 0) {
      postponeExpiry(tx, draft);
      return;
    }
    tx.record({ type: 'queue.expired', vhost, queue: name });
    deleteQueue(tx, draft);
  }
}
