import { nodeKeysOf } from './keys-of.ts';
import type { Action } from './action.ts';

export const selectAll: Action = {
  id: 'select-all',
  label: 'Select all',
  group: 'Edit',
  shortcut: 'Mod+A',
  isEnabled: ({ document }) => nodeKeysOf(document.getState().scenario).length > 0,
  perform: ({ document, view }) => {
    const keys = nodeKeysOf(document.getState().scenario);
    view.getState().select(keys);
    view.getState().announce(`${keys.length} selected`);
  },
};
