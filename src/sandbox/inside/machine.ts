/** The one machine this code runs in: what its parts share. */
import type { Agenda } from './agenda.ts';
import type { Failures } from './failures.ts';
import type { Host } from './host.ts';

export interface Machine {
  readonly host: Host;
  readonly agenda: Agenda;
  readonly failures: Failures;
  /** From 0 to below 1. */
  readonly chance: () => number;
}

let the: Machine | null = null;

export function setUpMachine(machine: Machine): void {
  the = machine;
}

export function machine(): Machine {
  if (the === null) throw new Error('The machine is not set up.');
  return the;
}

export const nextTick = (work: () => void): void => machine().agenda.tick(work, []);
