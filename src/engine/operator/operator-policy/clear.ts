import type { OperatorPolicyClear } from '../operator-command.ts';
import type { Transaction } from '../../transaction.ts';
import { clearPolicy } from '../change-policies.ts';

export function operatorPolicyClear(tx: Transaction, command: OperatorPolicyClear): void {
  clearPolicy(tx, command, 'operatorPolicies');
}
