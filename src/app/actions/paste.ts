/** Puts copied things into the document, under other names where theirs are taken. */
import { parseScenario } from '#scenario';
import type { App } from '../app.ts';
import type { Action } from './action.ts';
import { lastCopyOf } from './copy.ts';
import { withExcerpt } from './excerpt.ts';
import { nodeKeysOf } from './keys-of.ts';

export const paste: Action = {
  id: 'paste',
  label: 'Paste',
  group: 'Edit',
  // Its key comes as a paste event, which brings the text along; see keys/shortcuts.ts.
  isEnabled: (app) => lastCopyOf(app) !== null,
  perform: (app) => {
    const text = lastCopyOf(app);
    if (text !== null) pasteText(app, text);
  },
};

/** False where the text is nothing of ours. */
export function pasteText(app: App, text: string): boolean {
  const reading = parseScenario(text === '' ? (lastCopyOf(app) ?? '') : text);
  if (!reading.ok) return false;
  const before = new Set(nodeKeysOf(app.document.getState().scenario));
  app.document.getState().edit('Paste', (scenario) => withExcerpt(scenario, reading.scenario));
  const added = nodeKeysOf(app.document.getState().scenario).filter((key) => !before.has(key));
  app.view.getState().select(added);
  app.view.getState().announce(`${added.length} pasted`);
  return true;
}
