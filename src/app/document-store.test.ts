import { describe, expect, it } from 'vitest';
import { addQueue } from '#scenario';
import { aRun } from '../testing/a-run.ts';
import { createApp } from './app.ts';
import type { App } from './app.ts';

const anApp = (): App => createApp({ run: aRun() });
const documentOf = (app: App) => app.document.getState();
const runOf = (app: App) => app.playback.getState().history.run;
const queueNames = (app: App): readonly string[] =>
  documentOf(app).scenario.queues.map(({ name }) => name);

const addNew = (app: App): void =>
  documentOf(app).edit('Add queue', (scenario) => addQueue(scenario, { name: 'new' }));

describe('an edit', () => {
  it('at the start changes how the run begins', () => {
    const app = anApp();
    addNew(app);
    expect(queueNames(app)).toContain('new');
    expect(runOf(app).scenario.queues.map(({ name }) => name)).toContain('new');
    expect(runOf(app).interventions).toEqual([]);
  });

  it('later is something done during the run, and the start stays as it was', () => {
    const app = anApp();
    app.playback.getState().seek(700);
    addNew(app);
    expect(queueNames(app)).toContain('new');
    expect(runOf(app).interventions).toMatchObject([{ at: 700, act: { type: 'edit' } }]);
    app.playback.getState().seek(699);
    expect(queueNames(app)).not.toContain('new');
    app.playback.getState().seek(900);
    expect(queueNames(app)).toContain('new');
  });

  it('of title, notes and positions never touches what happens', () => {
    const app = anApp();
    app.playback.getState().seek(700);
    const { present } = app.playback.getState().history;
    documentOf(app).edit('Move', (scenario) => ({
      ...scenario,
      title: 'Other',
      positions: { ...scenario.positions, 'queue:eu': [7, 7] },
    }));
    expect(app.playback.getState().history.present).toBe(present);
    expect(runOf(app).interventions).toEqual([]);
    expect(documentOf(app).scenario).toMatchObject({
      title: 'Other',
      positions: { 'queue:eu': [7, 7] },
    });
  });

  it('that changes nothing is none', () => {
    const app = anApp();
    const run = runOf(app);
    documentOf(app).edit('Nothing', (scenario) => JSON.parse(JSON.stringify(scenario)));
    expect(runOf(app)).toBe(run);
    expect(documentOf(app).canUndo).toBe(false);
  });

  it('of the version plays the run again as that version would have it', () => {
    const app = anApp();
    app.playback.getState().seek(700);
    documentOf(app).edit('Run on 3.10', (scenario) => ({ ...scenario, profile: '3.10' }));
    expect(app.playback.getState().history.present.broker.profile.name).toBe('3.10');
    expect(app.playback.getState().history.present.now).toBe(700);
  });

  it('leaves what it did not change the same object', () => {
    const app = anApp();
    const [eu] = documentOf(app).scenario.queues;
    const copy = JSON.parse(JSON.stringify(documentOf(app).scenario)) as typeof documentNow;
    const documentNow = documentOf(app).scenario;
    documentOf(app).edit('Edit as text', () => addQueue(copy, { name: 'new' }));
    expect(documentOf(app).scenario.queues[0]).toBe(eu);
    expect(documentOf(app).scenario.clients).toBe(documentNow.clients);
  });

  it('with the same merge key is one step of undo and one intervention', () => {
    const app = anApp();
    app.playback.getState().seek(700);
    for (const name of ['a', 'b', 'c']) {
      documentOf(app).edit('Edit as text', (scenario) => addQueue(scenario, { name }), {
        mergeKey: 'text',
      });
    }
    expect(runOf(app).interventions).toHaveLength(1);
    expect(queueNames(app)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
    documentOf(app).undo();
    expect(runOf(app).interventions).toEqual([]);
  });
});

describe('undo', () => {
  it('takes edits and interventions back in the order in which they were made, and again', () => {
    const app = anApp();
    addNew(app);
    app.playback.getState().seek(500);
    app.playback.getState().intervene({ type: 'broker.restart' }, 'Restart the broker');
    expect(documentOf(app)).toMatchObject({ canUndo: true, undoLabel: 'Restart the broker' });

    documentOf(app).undo();
    expect(runOf(app).interventions).toEqual([]);
    expect(documentOf(app)).toMatchObject({
      undoLabel: 'Add queue',
      redoLabel: 'Restart the broker',
    });
    documentOf(app).undo();
    expect(queueNames(app)).not.toContain('new');
    expect(documentOf(app).canUndo).toBe(false);
    documentOf(app).redo();
    documentOf(app).redo();
    expect(queueNames(app)).toContain('new');
    expect(runOf(app).interventions).toMatchObject([{ at: 500 }]);
  });

  it('keeps the playhead, whatever it takes back', () => {
    const app = anApp();
    addNew(app);
    app.playback.getState().seek(1_234.5);
    documentOf(app).undo();
    expect(app.playback.getState().playheadMs).toBe(1_234.5);
    expect(app.playback.getState().history.present.now).toBe(1_234);
  });

  it('leads to the very run that was there', () => {
    const app = anApp();
    app.playback.getState().seek(800);
    const before = app.playback.getState().history.present;
    addNew(app);
    documentOf(app).undo();
    const { present } = app.playback.getState().history;
    expect({ ...present, broker: null, clients: null }).toEqual({
      ...before,
      broker: null,
      clients: null,
      interventions: present.interventions,
    });
    expect(runOf(app).interventions).toEqual([]);
  });
});

describe('beginning again', () => {
  it('starts with the document as it stands, and can be undone', () => {
    const app = anApp();
    app.playback.getState().seek(700);
    addNew(app);
    documentOf(app).restartWithDocument();
    expect(app.playback.getState().playheadMs).toBe(0);
    expect(runOf(app).interventions).toEqual([]);
    expect(queueNames(app)).toContain('new');
    documentOf(app).undo();
    expect(runOf(app).interventions).toHaveLength(1);
  });
});
