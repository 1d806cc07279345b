import { raiseAlarm } from '../../rules/resource-alarms.ts';
import type { Transaction } from '../../transaction.ts';
import type { AlarmSet } from '../operator-command.ts';

export function alarmSet(tx: Transaction, { alarm }: AlarmSet): void {
  raiseAlarm(tx, alarm);
}
