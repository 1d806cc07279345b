/**
 * Fetches what writes runs, which has to know the whole schema, a moment after the page is there.
 */
import type { Run } from '#sim';

type WriteRun = (run: Run) => string;

export interface RunWriter {
  /** Null until it has come. */
  readonly now: () => WriteRun | null;
  /** Rejects where it cannot be had; the next call tries again. */
  readonly soon: () => Promise<WriteRun>;
}

export function createRunWriter(): RunWriter {
  let written: WriteRun | null = null;
  const soon = async (): Promise<WriteRun> => {
    const { writeRunFile } = await import('./write-run-file.ts');
    written = writeRunFile;
    return writeRunFile;
  };
  // Where this fails, saving will, and says so.
  soon().catch(() => {});
  return { now: () => written, soon };
}
