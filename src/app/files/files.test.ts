import { describe, expect, it } from 'vitest';
import type { Instant } from '#engine';
import { aRun } from '../../testing/a-run.ts';
import { createApp } from '../app.ts';
import { fileNameOf } from './download-run.ts';
import { fileBytesMax, openFile } from './open-file.ts';
import { readRunFile } from './read-run-file.ts';
import { writeRunFile } from './write-run-file.ts';

const run = aRun();
const restarted = aRun({
  interventions: [
    { at: 40 as Instant, act: { type: 'broker.restart' } },
    { at: 90 as Instant, act: { type: 'publish', client: 'shop', publisher: 0, body: 'x' } },
  ],
});

describe('a run as a file', () => {
  it.each([
    ['without', run],
    ['with', restarted],
  ])('comes back as it was, %s anything done in it', async (_, one) => {
    expect(await readRunFile(writeRunFile(one))).toEqual({ ok: true, run: one });
  });

  it('is the bare document where nothing was done', () => {
    expect(JSON.parse(writeRunFile(run))).toMatchObject({ version: 1, title: 'One of everything' });
  });

  it.each([
    ['no JSON', '{', /not valid JSON/],
    ['a broken document', '{"version": 1, "queues": [{}]}', /^At queues\.0/],
    [
      'broken interventions',
      '{"scenario": {"version": 1}, "interventions": [{"at": -1}]}',
      /^At int/,
    ],
    ['a list', '[]', /JSON object/],
  ])('that holds %s is refused with a sentence', async (_, text, sentence) => {
    expect(await readRunFile(text)).toMatchObject({
      ok: false,
      message: expect.stringMatching(sentence),
    });
  });
});

describe('openFile', () => {
  it('opens what it reads', async () => {
    const app = createApp();
    await openFile(app, { name: 'a.json', size: 9, text: async () => writeRunFile(restarted) });
    expect(app.document.getState()).toMatchObject({ source: 'file' });
    expect(app.playback.getState().history.run).toEqual(restarted);
  });

  it('looks at the size before it reads anything', async () => {
    const app = createApp();
    const text = async (): Promise<string> => {
      throw new Error('must not be read');
    };
    await openFile(app, { name: 'huge.json', size: fileBytesMax + 1, text });
    expect(app.view.getState().notices).toMatchObject([
      { tone: 'error', text: expect.stringMatching(/^huge\.json was not opened\. It has \d+ MB/) },
    ]);
  });

  it('leaves what is open when the file is no scenario', async () => {
    const app = createApp({ run });
    await openFile(app, { name: 'cat.png', size: 9, text: async () => 'PNG' });
    expect(app.playback.getState().history.run).toEqual(run);
    expect(app.view.getState().notices[0]?.text).toMatch(/^cat\.png was not opened\./);
  });
});

it('names files after their scenario', () => {
  expect(fileNameOf('Orders & retries, 2nd try')).toBe('orders-retries-2nd-try.warren.json');
  expect(fileNameOf('***')).toBe('scenario.warren.json');
});
