/** The run as a file of the visitor's. */
import type { App } from '../app.ts';
import { writeRunFile } from './write-run-file.ts';

export function downloadRun(app: App): void {
  const { run } = app.playback.getState().history;
  const url = URL.createObjectURL(new Blob([writeRunFile(run)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(run.scenario.title);
  link.click();
  // The browser takes the file over within the click; a little patience costs nothing.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
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
