import { defaultVhost } from '../../names.ts';
import type { Transaction } from '../../transaction.ts';
import type { TraceSet } from '../operator-command.ts';
import { noSuchVhost } from '../operator-error.ts';

export function traceSet(tx: Transaction, { vhost = defaultVhost, on }: TraceSet): void {
  if (!tx.broker.vhosts.has(vhost)) throw noSuchVhost();
  const { tracedVhosts } = tx.broker;
  if (tracedVhosts.includes(vhost) === on) return;
  tx.broker.tracedVhosts = on
    ? [...tracedVhosts, vhost]
    : tracedVhosts.filter((other) => other !== vhost);
  tx.record({ type: on ? 'tracing.started' : 'tracing.stopped', vhost });
}
