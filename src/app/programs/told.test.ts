import { describe, expect, it } from 'vitest';
import { parseScenario, writeScenario } from '#scenario';
import { anAppWithPrograms } from '../../testing/an-app-with-programs.ts';
import { excerptText } from '../actions/excerpt.ts';
import { applyText, standingOf } from '../document-text.ts';

describe('the document of a run in which programs have declared things', () => {
  it('is written as text without them, and reads as it was written', async () => {
    const app = await anAppWithPrograms(550);
    const { scenario, told } = app.document.getState();
    expect(scenario.queues.map(({ name }) => name)).toEqual(['letters']);
    expect(told.queues).toEqual([]);
    const text = writeScenario(told);
    expect(standingOf(text, told)).toBe('same');
    expect(applyText(app, `${text}\n`)).toEqual([]);
    expect(app.document.getState().canUndo).toBe(false);
  });

  it('takes in what is written into the text, though a program has declared the same', async () => {
    const app = await anAppWithPrograms(550);
    const { scenario, told } = app.document.getState();
    expect(applyText(app, writeScenario({ ...told, queues: scenario.queues }))).toEqual([]);
    const after = app.document.getState();
    expect(after.told.queues.map(({ name }) => name)).toEqual(['letters']);
    expect(after.found.has('queue:letters')).toBe(false);
    expect(after.found.has('exchange:logs')).toBe(true);
  });

  it('begins again without them', async () => {
    const app = await anAppWithPrograms(550);
    app.document.getState().restartWithDocument();
    const { run } = app.playback.getState().history;
    expect(run.scenario.queues).toEqual([]);
    expect(run.scenario.clients[0]?.publishers).toEqual([]);
  });

  it('is copied with the text of a program, and not with what that was seen to do', async () => {
    const app = await anAppWithPrograms(550);
    const { scenario, told } = app.document.getState();
    expect(scenario.clients[0]?.publishers).toHaveLength(1);
    const text = excerptText({ ...scenario, clients: told.clients }, ['client:sender']);
    expect(parseScenario(text).ok).toBe(true);
  });
});
