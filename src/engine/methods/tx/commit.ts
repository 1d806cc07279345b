import type { Channel } from '../../broker.ts';
import type { TxCommit } from '../../command.ts';
import { notTransactional, partialCompletion } from '../../protocol-error.ts';
import { closeByRefusal } from '../../rules/refusal.ts';
import { commitTransaction } from '../../rules/transactions.ts';
import type { Transaction } from '../../transaction.ts';

export const commitId = [90, 20] as const;

/** A commit that a full queue refuses in part is not undone: what fitted is in the queues. */
export function txCommit(tx: Transaction, { type }: TxCommit, channel: Channel): void {
  const pending = channel.transaction;
  if (pending === null) throw notTransactional();
  if (commitTransaction(tx, channel, pending)) {
    tx.send(channel, { type: 'tx.commit-ok' });
  } else {
    const sender = { connection: channel.connection, channel };
    closeByRefusal(tx, sender, { method: type, id: commitId }, partialCompletion());
  }
}
