import type { Channel } from '../../broker.ts';
import type { BasicRecover } from '../../command.ts';
import { notImplemented } from '../../protocol-error.ts';
import { settle } from '../../rules/consumer-acknowledgement.ts';
import type { Transaction } from '../../transaction.ts';

/** Puts everything that the channel has not acknowledged back into its queues. */
export function basicRecover(
  tx: Transaction,
  { requeue = false }: BasicRecover,
  channel: Channel,
): void {
  if (!requeue) throw notImplemented('requeue=false');
  tx.send(channel, { type: 'basic.recover-ok' });
  settle(tx, channel.id, [...channel.unacked.values()], 'requeue');
}
