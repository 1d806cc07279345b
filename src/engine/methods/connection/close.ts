import type { ConnectionClose } from '../../command.ts';
import { closeConnection } from '../../rules/connection-closing.ts';
import type { Transaction } from '../../transaction.ts';

export function connectionClose(tx: Transaction, { connection }: ConnectionClose): void {
  closeConnection(tx, connection, 'client');
  tx.sendOnConnection(connection, { type: 'connection.close-ok' });
}
