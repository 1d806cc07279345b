import { describe, expect, it } from 'vitest';
import { aRun } from '../../testing/a-run.ts';
import { createApp } from '../app.ts';
import type { App } from '../app.ts';
import { readRunFile } from '../files/read-run-file.ts';
import { writeRunFile } from '../files/write-run-file.ts';
import { openFragment } from '../links/open-fragment.ts';
import { shareLinkOf } from '../links/share-link.ts';
import { caseOf } from './case-story.ts';
import { copyCaseLink } from './copy-case-link.ts';
import { openCaseVersion } from './open-case.ts';

async function openedAt(fragment: string): Promise<App> {
  const app = createApp({ run: aRun() });
  expect(await openFragment(app, fragment)).toBe('opened');
  return app;
}

const storyOf = (app: App) => caseOf(app.playback.getState().history.run);
const copiedLink = async (app: App): Promise<string> => {
  const copied: string[] = [];
  const write = async (text: string): Promise<boolean> => copied.push(text) > 0;
  await copyCaseLink(app, { page: 'https://warren.example/', write });
  return copied.join();
};

describe('a recorded case that an address names', () => {
  it('plays as the newest version answered it, from an empty broker', async () => {
    const app = await openedAt('#case:acking/multiple');
    expect(storyOf(app)).toMatchObject({ id: 'acking/multiple', version: '4.0', release: '4.0.5' });
    expect(app.document.getState().scenario).toMatchObject({ profile: '4.0', queues: [] });
    expect(app.playback.getState()).toMatchObject({ playheadMs: 0, isPlaying: true, speed: 0.1 });
    expect(app.view.getState().panels.left.open).toBe(true);
  });

  it('plays as another version did where that is asked for', async () => {
    const app = await openedAt('#case:acking/multiple@3.10');
    expect(storyOf(app)).toMatchObject({ version: '3.10' });
    await openCaseVersion(app, 'acking/multiple', '4.0');
    expect(storyOf(app)).toMatchObject({ version: '4.0' });
    expect(app.document.getState().scenario.profile).toBe('4.0');
  });

  it.each([
    ['of no area', '#case:moon/landing', /about “moon”; there are access, acking/],
    ['of no name', '#case:acking/moon', /no recorded case called “acking\/moon”/],
    ['malformed', '#case:../../etc/passwd', /names no recorded case/],
    ['endless', `#case:acking/${'a'.repeat(100_000)}`, /names no recorded case/],
  ])('is told in a sentence where it is %s, and what was open stays', async (_, fragment, text) => {
    const app = createApp({ run: aRun() });
    app.playback.getState().seek(700);
    const before = app.playback.getState().history.run;
    expect(await openFragment(app, fragment)).toBe('broken');
    expect(app.playback.getState().history.run).toBe(before);
    const [notice] = app.view.getState().notices;
    expect(notice?.text).toMatch(text);
    expect(notice?.text.length).toBeLessThan(400);
  });

  it('stops at its end, hurries through a wait, and leaves the usual speed behind', async () => {
    const app = await openedAt('#case:ttl/queue-ttl');
    const { playback } = app;
    const endsAt = playback.getState().history.run.script?.endsAt ?? 0;
    let frames = 0;
    for (; playback.getState().isPlaying && frames < 10_000; frames++) playback.getState().tick(16);
    expect(playback.getState()).toMatchObject({ playheadMs: endsAt, isPlaying: false });
    // Unhurried, so long a case would take this many frames, and many times more.
    expect(frames).toBeLessThan(endsAt / (16 * 0.1));
    await openFragment(app, '#scenario:hello-world');
    expect(playback.getState().speed).toBe(1);
  });

  it('has an address to be copied, and to be shared', async () => {
    const app = await openedAt('#case:acking/multiple');
    const address = 'https://warren.example/#case:acking/multiple@4.0';
    expect(await copiedLink(app)).toBe(address);
    expect(await shareLinkOf(app, { page: 'https://warren.example/' })).toMatchObject({
      url: address,
    });
  });
});

describe('what is done while a case plays', () => {
  it('is shared with it', async () => {
    const app = await openedAt('#case:acking/multiple');
    app.playback.getState().seek(300);
    app.playback.getState().intervene({ type: 'broker.restart' }, 'Restart the broker');
    app.playback.getState().seek(500);
    const { url } = await shareLinkOf(app, { page: '' });
    expect(url).toMatch(/^#deflate/);

    const other = await openedAt(url);
    other.playback.getState().seek(500);
    expect(storyOf(other)).toEqual(storyOf(app));
    expect(other.playback.getState().history.present.broker).toEqual(
      app.playback.getState().history.present.broker,
    );
  });

  it('is kept in a file with it', async () => {
    const app = await openedAt('#case:acking/multiple@3.10');
    app.playback.getState().seek(300);
    app.playback.getState().intervene({ type: 'broker.restart' }, 'Restart the broker');
    const { run } = app.playback.getState().history;
    const reading = await readRunFile(writeRunFile(run));
    expect(reading).toMatchObject({ ok: true, run: { interventions: run.interventions } });
    expect(reading.ok && caseOf(reading.run)).toEqual(storyOf(app));
  });

  it('is refused in a sentence where a file names a case that is not there', async () => {
    const text = '{"scenario": {"version": 1}, "case": "acking/moon@4.0", "interventions": []}';
    expect(await readRunFile(text)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/acking\/moon/),
    });
  });

  it('can add to the document, which the script goes on to change', async () => {
    const app = await openedAt('#case:acking/multiple');
    const { playback, document } = app;
    playback.getState().seek(120);
    const add = { name: 'mine', vhost: '/', durable: true, auto_delete: false, arguments: {} };
    document.getState().edit('Add queue', (scenario) => ({
      ...scenario,
      queues: [...scenario.queues, add],
    }));
    const names = (): readonly string[] =>
      document.getState().scenario.queues.map(({ name }) => name);
    expect(names()).toContain('mine');
    const atFirst = names().length;
    playback.getState().seek(playback.getState().history.run.script?.endsAt ?? 0);
    expect(names()).toContain('mine');
    expect(names().length).toBeGreaterThanOrEqual(atFirst);
    document.getState().undo();
    expect(names()).not.toContain('mine');
    expect(storyOf(app)).not.toBeNull();
  });

  it('never touches the clients of the script', async () => {
    const app = await openedAt('#case:acking/multiple');
    app.playback.getState().seek(300);
    const { clients } = app.document.getState().scenario;
    expect(clients.length).toBeGreaterThan(0);
    app.document.getState().edit('Delete', (scenario) => ({ ...scenario, clients: [] }));
    expect(app.document.getState().scenario.clients).toEqual(clients);
    expect(app.playback.getState().history.run.interventions).toEqual([]);
  });

  it('begins again as a scenario of one’s own', async () => {
    const app = await openedAt('#case:acking/multiple');
    app.playback.getState().seek(app.playback.getState().history.run.script?.endsAt ?? 0);
    const { queues } = app.document.getState().scenario;
    app.document.getState().restartWithDocument();
    expect(storyOf(app)).toBeNull();
    expect(app.document.getState().scenario.queues).toEqual(queues);
    expect(
      app.playback.getState().history.present.broker.vhosts.get('/' as never)?.queues.size,
    ).toBe(queues.length);
    expect(app.playback.getState().speed).toBe(1);
  });
});
