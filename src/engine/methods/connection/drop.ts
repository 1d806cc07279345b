import type { ConnectionDrop } from '../../command.ts';
import { closeConnection } from '../../rules/connection-closing.ts';
import type { Transaction } from '../../transaction.ts';

/** Nobody is told: there is nobody left to tell. */
export function connectionDrop(tx: Transaction, { connection }: ConnectionDrop): void {
  closeConnection(tx, connection, 'dropped');
}
