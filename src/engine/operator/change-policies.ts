/** Sets and clears policies of either kind, and lets the change take effect. */
import type { Vhost } from '../broker.ts';
import type { PolicyParts } from './operator-command.ts';
import { sameValue } from '../field-value.ts';
import { defaultVhost } from '../names.ts';
import type { VhostName } from '../names.ts';
import { reapplyPolicies } from '../rules/policies.ts';
import type { Transaction } from '../transaction.ts';
import { noSuchVhost, notFound } from './operator-error.ts';
import type { Policy } from './operators-state.ts';
import { readPolicy } from './read-policy.ts';

/** Which of the two lists of a virtual host. */
type Kind = 'policies' | 'operatorPolicies';

/** To set a policy to what it is already changes nothing. */
export function setPolicy(tx: Transaction, parts: PolicyParts, kind: Kind): void {
  const { vhost = defaultVhost } = parts;
  const before = vhostNamed(tx, vhost);
  const policy = readPolicy(parts, kind === 'operatorPolicies', tx.broker.profile);
  const existing = before[kind].get(policy.name);
  if (existing !== undefined && isSame(existing, policy)) return;
  tx.editVhost(vhost)[kind] = before[kind].set(policy.name, policy);
  reapplyPolicies(tx, before);
}

export function clearPolicy(
  tx: Transaction,
  { vhost = defaultVhost, name }: { readonly vhost?: VhostName; readonly name: string },
  kind: Kind,
): void {
  const before = vhostNamed(tx, vhost);
  if (!before[kind].has(name)) throw notFound();
  tx.editVhost(vhost)[kind] = before[kind].delete(name);
  reapplyPolicies(tx, before);
}

/** As it is now: the transaction works on a copy. */
function vhostNamed(tx: Transaction, name: VhostName): Vhost {
  const vhost = tx.broker.vhosts.get(name);
  if (vhost === undefined) throw noSuchVhost();
  return vhost;
}

const isSame = (one: Policy, other: Policy): boolean =>
  one.pattern === other.pattern &&
  one.applyTo === other.applyTo &&
  one.priority === other.priority &&
  sameValue(one.definition, other.definition, true);
