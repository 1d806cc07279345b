import type { PolicySet } from '../operator-command.ts';
import type { Transaction } from '../../transaction.ts';
import { setPolicy } from '../change-policies.ts';

export function policySet(tx: Transaction, command: PolicySet): void {
  setPolicy(tx, command, 'policies');
}
