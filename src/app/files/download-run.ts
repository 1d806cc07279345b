/** The run as a file of the visitor's. */
import type { Run } from '#sim';
import type { App } from '../app.ts';

export async function downloadRun(app: App): Promise<void> {
  const { run } = app.playback.getState().history;
  const write = await loadWriter();
  if (write === null) {
    const text =
      'The file could not be made: a part of Warren could not be loaded. Try again soon.';
    app.view.getState().notify({ tone: 'error', text });
    return;
  }
  const url = URL.createObjectURL(new Blob([write(run)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(run.scenario.title);
  link.click();
  // The browser takes the file over within the click; a little patience costs nothing.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function loadWriter(): Promise<((run: Run) => string) | null> {
  try {
    return (await import('./write-run-file.ts')).writeRunFile;
  } catch {
    return null;
  }
}

/** `orders-with-dead-letters.warren.json`. */
export function fileNameOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${words === '' ? 'scenario' : words}.warren.json`;
}
