/** Opens the scenario of the library that an address names: `#scenario:hello-world`. */
import type { App } from '../app.ts';
import { openLibraryScenario } from './library.ts';

const prefix = '#scenario:';

/** Null where it is open; else the sentence that says why it is not. */
export async function openLibraryLink(app: App, fragment: string): Promise<string | null> {
  const id = fragment.slice(prefix.length);
  if (openLibraryScenario(app, id)) return null;
  return `The library has no scenario called “${id.slice(0, 40)}”.`;
}
