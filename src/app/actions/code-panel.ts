/** The scenario as text, in the place of the inspector; when it goes, all is as it was before. */
import type { App } from '../app.ts';
import { always } from './action.ts';
import type { Action } from './action.ts';

/** Where the panel was closed before the code opened it. */
const openedForCode = new WeakSet<App>();

const showsCode = ({ view }: App): boolean => {
  const { panels, isNarrow, sheet } = view.getState();
  return panels.right.tab === 'code' && (isNarrow ? sheet === 'right' : panels.right.open);
};

function openCode(app: App): void {
  const { panels, setPanel } = app.view.getState();
  if (panels.right.open) openedForCode.delete(app);
  else openedForCode.add(app);
  setPanel('right', { open: true, tab: 'code' });
}

export function closeCode(app: App): void {
  app.view.getState().setPanel('right', {
    tab: 'inspector',
    ...(openedForCode.delete(app) ? { open: false } : {}),
  });
}

export const toggleCode: Action = {
  id: 'toggle-code',
  label: 'Scenario as JSON',
  group: 'View',
  shortcut: 'Mod+E',
  worksWhileTyping: true,
  keywords: 'code editor monaco json text',
  isEnabled: always,
  perform: (app) => (showsCode(app) ? closeCode(app) : openCode(app)),
};
