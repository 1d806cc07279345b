/** Opens a scenario from a file of the visitor's. */
import type { App } from '../app.ts';

/** Larger than any scenario can be; looked at before anything is read. */
export const fileBytesMax = 8_000_000;

/** What of a File is needed. */
export type OpenableFile = Pick<File, 'name' | 'size' | 'text'>;

export async function openFile(app: App, file: OpenableFile): Promise<void> {
  const { notify } = app.view.getState();
  const refuse = (why: string): number =>
    notify({ tone: 'error', text: `${file.name} was not opened. ${why}`, lastsMs: null });

  if (file.size > fileBytesMax) {
    const megabytes = Math.ceil(file.size / 1_000_000);
    refuse(`It has ${megabytes} MB; a scenario has at most ${fileBytesMax / 1_000_000}.`);
    return;
  }
  const text = await file.text().catch(() => null);
  if (text === null) {
    refuse('It could not be read.');
    return;
  }
  const { readRunFile } = await import('./read-run-file.ts');
  const reading = await readRunFile(text);
  if (!reading.ok) {
    refuse(reading.message);
    return;
  }
  app.works.open(reading.run, { source: 'file' });
}

/** Lets the visitor pick one. */
export function pickFile(app: App): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void openFile(app, file);
  });
  input.click();
}
