import type { DialogName } from '../view-store.ts';
import { always } from './action.ts';
import type { Action } from './action.ts';

const opening = (id: string, label: string, dialog: DialogName): Action => ({
  id,
  label,
  group: 'View',
  isEnabled: always,
  perform: ({ view }) => view.getState().openDialog(dialog),
});

export const openCommands: Action = {
  ...opening('commands', 'Find and do anything', 'commands'),
  shortcut: 'Mod+K',
  worksWhileTyping: true,
  keywords: 'command palette search',
};

export const openShortcuts: Action = {
  ...opening('shortcuts', 'Keyboard shortcuts', 'shortcuts'),
  shortcut: '?',
  keywords: 'help keys',
};

export const openGallery: Action = {
  ...opening('open-gallery', 'Gallery and your work', 'gallery'),
  shortcut: 'G',
  keywords: 'library scenarios examples open recent',
};
