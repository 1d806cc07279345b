import type { VhostLimitClear } from '../operator-command.ts';
import { defaultVhost } from '../../names.ts';
import type { Transaction } from '../../transaction.ts';
import { noSuchVhost } from '../operator-error.ts';

export function vhostLimitClear(
  tx: Transaction,
  { vhost: name = defaultVhost, name: limit }: VhostLimitClear,
): void {
  if (!tx.broker.vhosts.has(name)) throw noSuchVhost();
  const vhost = tx.editVhost(name);
  if (Object.hasOwn(vhost.limits, limit)) vhost.limits = { ...vhost.limits, [limit]: null };
}
