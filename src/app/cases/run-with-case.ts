/** Gives a run that was read from a file or a link the recorded case it plays. */
import type { Run } from '#sim';
import { readCaseName } from './case-name.ts';

/** A sentence where there is no such case. */
export async function runWithCase(run: Run, name: string): Promise<Run | string> {
  const read = readCaseName(name);
  if (read === null) return 'It plays a recorded case whose name cannot be read.';
  const { loadCase } = await import('./load-case.ts');
  const loaded = await loadCase(read);
  return loaded.ok ? { ...run, script: loaded.script } : loaded.message;
}
