import type { PolicyClear } from '../operator-command.ts';
import type { Transaction } from '../../transaction.ts';
import { clearPolicy } from '../change-policies.ts';

export function policyClear(tx: Transaction, command: PolicyClear): void {
  clearPolicy(tx, command, 'policies');
}
