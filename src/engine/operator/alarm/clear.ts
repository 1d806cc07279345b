import { clearAlarm } from '../../rules/resource-alarms.ts';
import type { Transaction } from '../../transaction.ts';
import type { AlarmClear } from '../operator-command.ts';

export function alarmClear(tx: Transaction, { alarm }: AlarmClear): void {
  clearAlarm(tx, alarm);
}
