import { describe, expect, it } from 'vitest';
import { encodeShareLink } from '#scenario';
import { aRun } from '../../testing/a-run.ts';
import { aScenario } from '../../testing/a-scenario.ts';
import { createApp } from '../app.ts';
import { libraryEntries } from './library.ts';
import { openFragment } from './open-fragment.ts';
import { copyShareLink, shareLinkOf } from './share-link.ts';

const shared = aRun({ scenario: aScenario({ title: 'Shared' }) });
const link = encodeShareLink(shared);

describe('openFragment', () => {
  it('opens a shared run with all that was done in it', async () => {
    const giver = createApp({ run: shared });
    giver.playback.getState().seek(600);
    giver.playback.getState().intervene({ type: 'broker.restart' }, 'Restart');
    const { url } = await shareLinkOf(giver, { page: '' });

    const app = createApp({ run: aRun() });
    expect(await openFragment(app, url)).toBe('opened');
    expect(app.document.getState()).toMatchObject({
      source: 'link',
      scenario: shared.scenario,
      canUndo: false,
    });
    expect(app.playback.getState().history.run.interventions).toEqual([
      { at: 600, act: { type: 'broker.restart' } },
    ]);
  });

  it.each(libraryEntries.map(({ id, title }) => [id, title] as const))(
    'opens %s from the library',
    async (id, title) => {
      const app = createApp({ run: aRun() });
      expect(await openFragment(app, `#scenario:${id}`)).toBe('opened');
      expect(app.document.getState().scenario.title).toBe(title);
    },
  );

  it.each([
    ['cut off', link.slice(0, -7)],
    ['damaged', `${link.slice(0, 30)}x${link.slice(31)}`],
    ['from elsewhere', '#access_token=abc'],
    ['of a packing to come', '#brotli9:AAAA'],
    ['of no scenario', '#scenario:nothing-like-it'],
    ['of nonsense', '#deflate:%%%%'],
  ])('tells of a link that is %s in a sentence, and leaves what is open', async (_, fragment) => {
    const app = createApp({ run: aRun() });
    app.playback.getState().seek(700);
    const before = app.playback.getState().history.run;
    expect(await openFragment(app, fragment)).toBe('broken');
    expect(app.playback.getState().history.run).toBe(before);
    expect(app.playback.getState().playheadMs).toBe(700);
    const { notices } = app.view.getState();
    expect(notices).toMatchObject([{ tone: 'error', lastsMs: null }]);
    expect(notices[0]?.text).toMatch(/\.$/);
  });

  it('does nothing without a fragment', async () => {
    const app = createApp({ run: aRun() });
    expect(await openFragment(app, '')).toBe('none');
    expect(await openFragment(app, '#')).toBe('none');
  });
});

describe('copyShareLink', () => {
  it('copies and says so', async () => {
    const app = createApp({ run: shared });
    const copied: string[] = [];
    await copyShareLink(app, {
      page: 'https://warren.example/',
      write: async (text) => {
        copied.push(text);
        return true;
      },
    });
    expect(copied).toEqual([`https://warren.example/${link}`]);
    expect(app.view.getState().notices[0]?.text).toMatch(/^Link copied/);
  });

  it('brings up the link itself where the browser does not let the page copy', async () => {
    const app = createApp({ run: shared });
    await copyShareLink(app, { page: '', write: async () => false });
    expect(app.view.getState().dialog).toBe('share');
  });

  it('warns of a link that is too long for some programs', async () => {
    const notes = Array.from({ length: 2_000 }, (_, index) => `${index * 7919}`).join(' ');
    const app = createApp({ run: aRun({ scenario: aScenario({ notes }) }) });
    expect((await shareLinkOf(app, { page: '' })).warning).toMatch(/cut links off/);
  });
});
