import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addQueue } from '#scenario';
import { aRun } from '../../testing/a-run.ts';
import { aScenario } from '../../testing/a-scenario.ts';
import { memoryWorks } from '../../testing/memory-works.ts';
import { createApp } from '../app.ts';
import type { App } from '../app.ts';
import { startApp } from '../start-app.ts';
import { worksMax } from './work-storage.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const other = aRun({ scenario: aScenario({ title: 'Other' }) });

function edit(app: App, name = 'new'): void {
  app.document.getState().edit('Add queue', (scenario) => addQueue(scenario, { name }));
}

async function settle(): Promise<void> {
  // What writes runs comes a moment after the page.
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(2_000);
}

describe('autosave', () => {
  it('saves a moment after a change, once for many', async () => {
    const storage = memoryWorks();
    const put = vi.spyOn(storage, 'put');
    const app = createApp({ run: aRun(), storage });
    edit(app, 'a');
    edit(app, 'b');
    expect(app.document.getState().saved).toBe('saving');
    await settle();
    expect(app.document.getState().saved).toBe('saved');
    expect(put).toHaveBeenCalledTimes(1);
    expect(await storage.list()).toMatchObject([{ title: 'One of everything', isTouched: true }]);
  });

  it('waits for nothing when the page goes away, which would not wait either', async () => {
    const storage = memoryWorks();
    const put = vi.spyOn(storage, 'put');
    const app = createApp({ run: aRun(), storage });
    await vi.dynamicImportSettled();
    edit(app, 'last');
    expect(put).not.toHaveBeenCalled();
    void app.works.flush();
    expect(put).toHaveBeenCalledWith(
      expect.objectContaining({ text: expect.stringContaining('"last"') }),
    );
  });

  it('saves nothing while nobody has changed anything', async () => {
    const storage = memoryWorks();
    const app = createApp({ run: aRun(), storage });
    app.playback.getState().seek(5_000);
    await settle();
    expect(await storage.list()).toEqual([]);
  });

  it('says so where the browser stores nothing, and goes on', async () => {
    const storage = memoryWorks();
    const app = createApp({ run: aRun(), storage });
    storage.refuse();
    edit(app);
    await settle();
    expect(app.document.getState().saved).toBe('unsaved');
  });

  it('keeps the last few and no more', async () => {
    const storage = memoryWorks();
    const app = createApp({ run: aRun(), storage });
    for (let count = 0; count < worksMax + 3; count++) {
      edit(app);
      await settle();
      app.works.open(aRun(), { source: 'new' });
    }
    await settle();
    expect(await storage.list()).toHaveLength(worksMax);
  });
});

describe('opening something else', () => {
  it('keeps what was worked on, and offers it back', async () => {
    const storage = memoryWorks();
    const app = createApp({ run: aRun(), storage });
    edit(app);
    app.works.open(other, { source: 'link' });
    await settle();
    expect(app.document.getState().scenario.title).toBe('Other');
    const [notice] = app.view.getState().notices;
    expect(notice?.text).toBe('Your work “One of everything” is kept.');

    notice?.action?.perform();
    await vi.waitFor(() =>
      expect(app.document.getState().scenario.queues.map(({ name }) => name)).toContain('new'),
    );
    expect(app.playback.getState().isPlaying).toBe(false);
  });

  it('says nothing of what nobody has touched', async () => {
    const app = createApp({ run: aRun(), storage: memoryWorks() });
    app.works.open(other, { source: 'library' });
    app.works.open(aRun(), { source: 'library' });
    await settle();
    expect(app.view.getState().notices).toEqual([]);
    expect(await app.works.kept()).toEqual([]);
  });

  it('begins with nothing to undo, at the start, and playing', () => {
    const app = createApp({ run: aRun() });
    edit(app);
    app.playback.getState().seek(900);
    app.works.open(other, { source: 'library' });
    expect(app.document.getState().canUndo).toBe(false);
    expect(app.playback.getState()).toMatchObject({ playheadMs: 0, isPlaying: true });
  });
});

describe('a visit', () => {
  it('begins with the opening scenario, playing', async () => {
    const starting = startApp({ storage: memoryWorks(), settings: null, fragment: '' });
    await settle();
    const app = await starting;
    expect(app.document.getState().source).toBe('opening');
    expect(app.playback.getState().isPlaying).toBe(true);
  });

  it('goes on with the work of the last one, where it was left', async () => {
    const storage = memoryWorks();
    const before = createApp({ run: aRun(), storage });
    edit(before);
    before.playback.getState().seek(1_500);
    await settle();

    const starting = startApp({ storage, settings: null, fragment: '' });
    await settle();
    const app = await starting;
    expect(app.document.getState().scenario.queues.map(({ name }) => name)).toContain('new');
    expect(app.playback.getState()).toMatchObject({ playheadMs: 1_500, isPlaying: false });
  });

  it('opens a link and offers the work of the last visit back', async () => {
    const storage = memoryWorks();
    edit(createApp({ run: aRun(), storage }));
    await settle();
    const starting = startApp({ storage, settings: null, fragment: '#scenario:topics' });
    await settle();
    const app = await starting;
    expect(app.document.getState().scenario.title).toBe('Topics');
    expect(app.view.getState().notices).toMatchObject([
      { text: 'Your work “One of everything” is kept.' },
    ]);
  });

  it('is not kept waiting by a storage that does not answer', async () => {
    const storage = { ...memoryWorks(), list: () => new Promise<never>(() => {}) };
    const starting = startApp({ storage, settings: null, fragment: '' });
    await settle();
    expect((await starting).document.getState().source).toBe('opening');
  });
});
