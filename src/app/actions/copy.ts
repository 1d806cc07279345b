/** Copies the selection, as a document of its own that can be pasted here or into any text. */
import type { App } from '../app.ts';
import type { Action } from './action.ts';
import { selectedNodeKeys } from './selected-nodes.ts';

/** For when the page may not read the clipboard; each app has its own. */
const copies = new WeakMap<App, string>();

export const lastCopyOf = (app: App): string | null => copies.get(app) ?? null;

export const copy: Action = {
  id: 'copy',
  label: 'Copy',
  group: 'Edit',
  shortcut: 'Mod+C',
  isEnabled: (app) => selectedNodeKeys(app).length > 0 && !hasSelectedText(),
  perform: (app) => void copySelection(app),
};

async function copySelection(app: App): Promise<void> {
  const keys = selectedNodeKeys(app);
  const { excerptText } = await import('./excerpt.ts');
  const { scenario, told } = app.document.getState();
  // What a program was seen to do is not copied with it.
  const text = excerptText({ ...scenario, clients: told.clients }, keys);
  copies.set(app, text);
  // The page's own copy remains where the browser refuses.
  await globalThis.navigator?.clipboard?.writeText(text).catch(() => {});
  app.view.getState().announce(`${keys.length} copied`);
}

/** Somebody who has marked a sentence wants that sentence. */
const hasSelectedText = (): boolean => {
  const marked = globalThis.getSelection?.() ?? null;
  return marked !== null && !marked.isCollapsed && marked.toString().trim() !== '';
};
