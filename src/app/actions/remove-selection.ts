/**
 * Takes things out of the document. A line of the canvas that only shows how one of its ends is
 * specified goes by changing that end: a subscription by taking the consumer away, a dead letter line
 * by taking the argument away.
 */
import { removeThings } from '#scenario';
import type { App } from '../app.ts';
import { selectedThing } from '../questions/selected-thing.ts';
import { yoursOf } from '../questions/why-not-yours.ts';
import type { Action } from './action.ts';

export const removeSelection: Action = {
  id: 'delete',
  label: 'Delete',
  group: 'Edit',
  shortcut: 'Delete',
  otherShortcuts: ['Backspace'],
  keywords: 'remove',
  isEnabled: ({ document, view }) => {
    const { scenario } = document.getState();
    return view.getState().selection.some((key) => selectedThing(scenario, key) !== null);
  },
  perform: (app) => removeKeys(app, app.view.getState().selection),
};

export function removeKeys(app: App, keys: readonly string[]): void {
  const { scenario, edit } = app.document.getState();
  const yours = yoursOf(app, keys);
  if (yours.length === 0) return;
  const count = yours.filter((key) => selectedThing(scenario, key) !== null).length;
  edit(count === 1 ? 'Delete' : `Delete ${count} things`, (before) => removeThings(before, yours));
  app.view.getState().select([]);
  app.view.getState().announce(count === 1 ? 'Deleted' : `${count} things deleted`);
}
