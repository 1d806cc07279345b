/**
 * Milliseconds that this process has kept processors busy, the garbage collector's threads included.
 * A clock on the wall would also count what other programs on the machine do.
 */
import { cpuUsage } from 'node:process';

const microsPerMilli = 1000;

export function processorMs(): number {
  const { user, system } = cpuUsage();
  return (user + system) / microsPerMilli;
}
