import type { Channel } from '../../broker.ts';
import type { ConfirmSelect } from '../../command.ts';
import type { PublishSequence } from '../../names.ts';
import { noSwitch } from '../../protocol-error.ts';
import type { Transaction } from '../../transaction.ts';

/** Selecting it again changes nothing. */
export function confirmSelect(tx: Transaction, _: ConfirmSelect, channel: Channel): void {
  if (channel.transaction !== null) throw noSwitch('tx', 'confirm');
  tx.editChannel(channel.id).publishCount = channel.publishCount ?? (0 as PublishSequence);
  tx.send(channel, { type: 'confirm.select-ok' });
}
