/**
 * What is left of a transaction that is rolled back or ends with its channel: its publishes are
 * forgotten, and its answers too, so that the deliveries are unacknowledged as before.
 *
 * https://www.rabbitmq.com/docs/semantics#tx
 */
import type { Channel, PendingTransaction } from '../broker.ts';
import type { Transaction } from '../transaction.ts';

/** A transaction in which nothing has been done yet. */
export const begun: PendingTransaction = { publishes: [], settlements: [] };

export function forgetTransaction(
  tx: Transaction,
  { id }: Channel,
  { settlements }: PendingTransaction,
): void {
  const channel = tx.editChannel(id);
  channel.transaction = begun;
  for (const delivery of settlements.flatMap(({ deliveries }) => deliveries)) {
    channel.unacked = channel.unacked.set(delivery.tag, delivery);
  }
}
