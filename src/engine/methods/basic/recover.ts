import type { Channel, Unacked } from '../../broker.ts';
import type { BasicRecover } from '../../command.ts';
import { internalError, notImplemented } from '../../protocol-error.ts';
import { settleAtOnce } from '../../rules/consumer-acknowledgement.ts';
import type { Transaction } from '../../transaction.ts';

/** Puts everything that the channel has not acknowledged back into its queues, in a transaction too. */
export function basicRecover(
  tx: Transaction,
  { requeue = false }: BasicRecover,
  channel: Channel,
): void {
  if (!requeue) throw notImplemented('requeue=false');
  const deliveries = [...channel.unacked.values()];
  checkStreams(tx, channel, deliveries);
  tx.send(channel, { type: 'basic.recover-ok' });
  settleAtOnce(tx, channel.id, deliveries, 'requeue');
}

/** Where streams take nothing back, the attempt is more than the channel can bear. */
function checkStreams(tx: Transaction, { vhost }: Channel, deliveries: readonly Unacked[]): void {
  if (tx.broker.profile.streamsTakeRejects) return;
  const isOfStream = ({ staysInQueue, queue, queueId }: Unacked): boolean =>
    staysInQueue && tx.queue(vhost, queue)?.id === queueId;
  if (deliveries.some(isOfStream)) throw internalError();
}
