import { describe, expect, it } from 'vitest';
import { aRunningApp } from '../../testing/an-orders-app.ts';
import { editChecked } from './edit-checked.ts';

describe('editChecked', () => {
  it('makes an edit that leaves a document', () => {
    const app = aRunningApp();
    expect(editChecked(app, 'Rename', (before) => ({ ...before, title: 'New' }))).toBeNull();
    expect(app.document.getState().scenario.title).toBe('New');
    expect(app.document.getState().undoLabel).toBe('Rename');
  });

  it('says why it does not make one that would leave none', () => {
    const app = aRunningApp();
    const { scenario } = app.document.getState();
    const problem = editChecked(app, 'Break', (before) => ({ ...before, queues: [] }));
    expect(problem).toBe("No queue is named 'billing'.");
    expect(app.document.getState().scenario).toBe(scenario);
    expect(app.document.getState().canUndo).toBe(false);
  });

  it('makes none where nothing changes', () => {
    const app = aRunningApp();
    expect(editChecked(app, 'Nothing', (before) => before)).toBeNull();
    expect(app.document.getState().canUndo).toBe(false);
  });
});
