/** Runs a program in this very thread: for tests and for programs in a terminal, which may hang. */
import type { LaunchProgram, Program } from './turn.ts';

export const launchInThread: LaunchProgram = (start) => {
  let running: Promise<Program> | null = null;
  const made = (): Promise<Program> => {
    running ??= import('./run-program.ts').then(({ RunningProgram }) => new RunningProgram(start));
    return running;
  };
  return {
    start: async () => (await made()).start(),
    turn: async (at, inputs) => (await made()).turn(at, inputs),
    dispose: () => void running?.then((program) => program.dispose()),
  };
};
