import type { OperatorPolicySet } from '../operator-command.ts';
import type { Transaction } from '../../transaction.ts';
import { setPolicy } from '../change-policies.ts';

export function operatorPolicySet(tx: Transaction, command: OperatorPolicySet): void {
  setPolicy(tx, command, 'operatorPolicies');
}
