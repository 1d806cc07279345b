import type { Action } from './action.ts';

export const undo: Action = {
  id: 'undo',
  label: 'Undo',
  labelNow: ({ document }) => `Undo ${lower(document.getState().undoLabel)}`.trim(),
  group: 'Edit',
  shortcut: 'Mod+Z',
  isEnabled: ({ document }) => document.getState().canUndo,
  perform: ({ document, view }) => {
    const { undoLabel } = document.getState();
    document.getState().undo();
    view.getState().announce(`Undone: ${undoLabel}`);
  },
};

export const redo: Action = {
  id: 'redo',
  label: 'Redo',
  labelNow: ({ document }) => `Redo ${lower(document.getState().redoLabel)}`.trim(),
  group: 'Edit',
  shortcut: 'Mod+Shift+Z',
  otherShortcuts: ['Mod+Y'],
  isEnabled: ({ document }) => document.getState().canRedo,
  perform: ({ document, view }) => {
    const { redoLabel } = document.getState();
    document.getState().redo();
    view.getState().announce(`Done again: ${redoLabel}`);
  },
};

const lower = (label: string | null): string =>
  label === null ? '' : label.charAt(0).toLowerCase() + label.slice(1);
