/** Puts copied things into the document, under other names where theirs are taken. */
import type { App } from '../app.ts';
import type { Action } from './action.ts';
import { lastCopyOf } from './copy.ts';
import { nodeKeysOf } from './keys-of.ts';

export const paste: Action = {
  id: 'paste',
  label: 'Paste',
  group: 'Edit',
  // Its key comes as a paste event, which brings the text along; see keys/shortcuts.ts.
  isEnabled: (app) => lastCopyOf(app) !== null,
  perform: (app) => {
    const text = lastCopyOf(app);
    if (text !== null) void pasteText(app, text);
  },
};

/** Whether it is worth reading as a document: decided at once, because a paste event does not wait. */
export const mayBeScenario = (text: string): boolean => text.trimStart().startsWith('{');

/** Gives false where the text is nothing of ours. */
export async function pasteText(app: App, text: string): Promise<boolean> {
  const { withText } = await import('./pasted-text.ts');
  const before = app.document.getState().scenario;
  const after = withText(before, text);
  if (after === null) return false;
  app.document.getState().edit('Paste', () => after);
  const known = new Set(nodeKeysOf(before));
  const added = nodeKeysOf(after).filter((key) => !known.has(key));
  app.view.getState().select(added);
  app.view.getState().announce(`${added.length} pasted`);
  return true;
}
