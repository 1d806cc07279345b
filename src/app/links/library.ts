/** The built-in scenarios, and the way to open one. */
import { scenarios } from '#library';
import type { LibraryEntry } from '#library';
import type { App } from '../app.ts';
import { runOf } from '../run-of.ts';

export type LibraryItem = LibraryEntry;

export const libraryEntries: readonly LibraryItem[] = scenarios;

/** False where there is none of that id. */
export function openLibraryScenario(app: App, id: string): boolean {
  const entry = libraryEntries.find((one) => one.id === id);
  if (entry === undefined) return false;
  app.works.open(runOf(entry.load()), { source: 'library' });
  app.view.getState().announce(`Opened ${entry.title}`);
  return true;
}
