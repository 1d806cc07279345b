import type { VhostCreate } from '../operator-command.ts';
import { createVhost } from '../../create-broker.ts';
import type { Transaction } from '../../transaction.ts';

/** It begins with the exchanges that every one has, and nobody may use it yet. */
export function vhostCreate(tx: Transaction, { vhost }: VhostCreate): void {
  const { vhosts } = tx.broker;
  if (!vhosts.has(vhost)) tx.broker.vhosts = vhosts.set(vhost, createVhost(vhost));
}
