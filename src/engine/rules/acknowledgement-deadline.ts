/**
 * When to look whether a channel has acknowledged in time: at whole minutes since it was opened, as
 * RabbitMQ does, so that a timeout may take up to a minute longer than it says.
 *
 * A channel has one deadline at a time and keeps it while deliveries come and go, so that delivering
 * and acknowledging cost nothing; whether it was right is found out when it comes.
 *
 * https://www.rabbitmq.com/docs/consumers#acknowledgement-timeout
 */
import type { Channel, Queue, Unacked } from '../broker.ts';
import type { Instant } from '../instant.ts';
import { acknowledgementCheckMs, consumerTimeoutMs } from '../limits.ts';
import type { VhostName } from '../names.ts';
import type { Draft, Transaction } from '../transaction.ts';

/** `channel` waits for an acknowledgement that it did not wait for before. */
export function watchAcknowledgement(tx: Transaction, channel: Draft<Channel>, queue: Queue): void {
  const { consumerTimeout } = queue.settings;
  // A deadline that was set for an earlier delivery with the same timeout comes no later.
  if (channel.checksAt !== null && consumerTimeout === null) return;
  checkAt(tx, channel, checkAfter(channel, tx.at + (consumerTimeout ?? consumerTimeoutMs)));
}

/** The first check at which that instant is past. */
function checkAfter({ openedAt }: Channel, due: number): Instant {
  const checks = Math.floor((due - openedAt) / acknowledgementCheckMs) + 1;
  return (openedAt + checks * acknowledgementCheckMs) as Instant;
}

function checkAt(tx: Transaction, channel: Draft<Channel>, at: Instant): void {
  if (channel.checksAt !== null && channel.checksAt <= at) return;
  channel.checksAt = at;
  tx.plan({ of: 'channel', channel: channel.id }, at);
}

/** Says when to look at the channel again, which is a draft. */
export function checkAgain(tx: Transaction, channel: Draft<Channel>): void {
  // Any delivery may be the oldest by then; one that is too late already is found at the next check.
  let due = Infinity;
  for (const unacked of channel.unacked.values()) {
    due = Math.min(due, unacked.deliveredAt + timeoutOf(tx, channel.vhost, unacked));
  }
  if (due !== Infinity) checkAt(tx, channel, checkAfter(channel, Math.max(due, tx.at)));
}

/** The timeout of the queue that the delivery is from. */
export function timeoutOf(
  tx: Transaction,
  vhost: VhostName,
  { queue: name, queueId }: Unacked,
): number {
  const queue = tx.queue(vhost, name);
  if (queue === undefined || queue.id !== queueId) return consumerTimeoutMs;
  return queue.settings.consumerTimeout ?? consumerTimeoutMs;
}

/** A policy has changed the timeout of a queue of the virtual host: who waits may wait less now. */
export function watchAnew(tx: Transaction, vhost: VhostName): void {
  for (const { id, vhost: own, unacked } of tx.broker.channels.values()) {
    if (own === vhost && unacked.size > 0) checkAgain(tx, tx.editChannel(id));
  }
}
