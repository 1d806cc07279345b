/** For tests: a program that talks to nobody, run for a while of virtual time, and what it did. */
import { launchInThread, type ProgramOutput } from '#sandbox';

export interface SandboxRun {
  readonly outputs: readonly ProgramOutput[];
  /** What it printed. */
  readonly lines: readonly string[];
  readonly nextTimer: number | null;
}

export interface SandboxOptions {
  readonly until?: number;
  readonly seed?: number;
  readonly args?: readonly string[];
}

export async function inTheSandbox(
  source: string,
  { until, seed = 1, args = [] }: SandboxOptions = {},
): Promise<SandboxRun> {
  const program = launchInThread({ source, seed, args, at: 0 });
  const first = await program.start();
  const second = until === undefined ? null : await program.turn(until, []);
  program.dispose();
  const outputs = [...first.outputs, ...(second?.outputs ?? [])];
  return {
    outputs,
    lines: outputs.flatMap((output) => (output.type === 'console' ? [output.text] : [])),
    nextTimer: (second ?? first).nextTimer,
  };
}

export const endOf = ({ outputs }: SandboxRun) =>
  outputs.find((output) => output.type === 'stopped' || output.type === 'exited');

export const failuresOf = ({ outputs }: SandboxRun) =>
  outputs.filter((output) => output.type === 'failed');
