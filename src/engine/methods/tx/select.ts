import type { Channel } from '../../broker.ts';
import type { TxSelect } from '../../command.ts';
import { noSwitch } from '../../protocol-error.ts';
import type { Transaction } from '../../transaction.ts';

/** Selecting it again changes nothing. */
export function txSelect(tx: Transaction, _: TxSelect, channel: Channel): void {
  if (channel.publishCount !== null) throw noSwitch('confirm', 'tx');
  tx.editChannel(channel.id).transaction = channel.transaction ?? {
    publishes: [],
    settlements: [],
  };
  tx.send(channel, { type: 'tx.select-ok' });
}
