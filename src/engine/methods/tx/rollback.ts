import type { Channel } from '../../broker.ts';
import type { TxRollback } from '../../command.ts';
import { notTransactional } from '../../protocol-error.ts';
import { forgetTransaction } from '../../rules/rollback.ts';
import type { Transaction } from '../../transaction.ts';

export function txRollback(tx: Transaction, _: TxRollback, channel: Channel): void {
  if (channel.transaction === null) throw notTransactional();
  forgetTransaction(tx, channel, channel.transaction);
  tx.send(channel, { type: 'tx.rollback-ok' });
}
