import type { VhostLimitSet } from '../operator-command.ts';
import { erlangTerm } from '../../erlang-term.ts';
import { defaultVhost } from '../../names.ts';
import type { Transaction } from '../../transaction.ts';
import { invalidParameter, noSuchVhost } from '../operator-error.ts';

/** Less than 0 is no limit. */
export function vhostLimitSet(
  tx: Transaction,
  { vhost: name = defaultVhost, name: limit, value }: VhostLimitSet,
): void {
  if (!tx.broker.vhosts.has(name)) throw noSuchVhost();
  if (limit !== 'max-connections' && limit !== 'max-queues') {
    const term = `[{${erlangTerm(limit)},${erlangTerm(value)}}]`;
    throw invalidParameter([`Unrecognised terms ${term} in limits`]);
  }
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    const problem = `${limit} should be a number, actually was ${erlangTerm(value)}`;
    throw invalidParameter([problem]);
  }
  const vhost = tx.editVhost(name);
  vhost.limits = { ...vhost.limits, [limit]: value < 0 ? null : value };
}
