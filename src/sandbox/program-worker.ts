/** The worker that a program runs in. While the machine is under control it says so now and then. */
import { RunningProgram } from './run-program.ts';
import type { Program, ProgramTurn } from './turn.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const betweenPulses = 250;
let lastPulse = -Infinity;

const say = (message: FromWorker): void => postMessage(message);

function pulse(instant: number): void {
  const now = performance.now();
  if (now - lastPulse < betweenPulses) return;
  lastPulse = now;
  say({ type: 'alive', instant });
}

let program: Program | null = null;

async function asked(message: ToWorker): Promise<ProgramTurn> {
  if (message.type === 'start') {
    program = new RunningProgram(message.start, pulse);
    return program.start();
  }
  if (program === null) throw new Error('No program was started.');
  return program.turn(message.at, message.inputs);
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  asked(data).then(
    (turn) => say({ type: 'turn', turn }),
    (error: unknown) => say({ type: 'broken', message: String(error) }),
  );
});
