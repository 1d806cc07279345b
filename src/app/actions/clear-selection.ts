import type { Action } from './action.ts';

/** Lets go of one thing after the other: what is followed, the open message, the selection. */
export const clearSelection: Action = {
  id: 'clear-selection',
  label: 'Let go of the selection',
  group: 'Edit',
  shortcut: 'Escape',
  isEnabled: ({ view }) => {
    const { followed, message, selection, sheet } = view.getState();
    return followed !== null || message !== null || selection.length > 0 || sheet !== null;
  },
  perform: ({ view }) => {
    const { followed, message, selection, sheet, ...verbs } = view.getState();
    if (followed !== null) verbs.follow(null);
    else if (message !== null) verbs.inspectMessage(null);
    else if (selection.length > 0) verbs.select([]);
    else if (sheet !== null) verbs.setPanel(sheet, { open: false });
  },
};
