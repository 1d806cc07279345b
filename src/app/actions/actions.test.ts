import { describe, expect, it } from 'vitest';
import type { MessageId } from '#engine';
import { parseScenario } from '#scenario';
import { entriesOf } from '#sim';
import { aRun } from '../../testing/a-run.ts';
import { aBareScenario } from '../../testing/a-scenario.ts';
import { createApp } from '../app.ts';
import type { App } from '../app.ts';
import { messageOf } from '../questions/journal-entries.ts';
import { addedKinds, addThing } from './add-thing.ts';
import { lastCopyOf } from './copy.ts';
import { actionOf, actions } from './index.ts';
import { nodeKeysOf } from './keys-of.ts';
import { mayBeScenario, pasteText } from './paste.ts';

const wired = aBareScenario({
  exchanges: [{ name: 'orders', type: 'topic' }],
  queues: [{ name: 'billing' }],
  bindings: [{ source: 'orders', destination: 'billing', routing_key: '#' }],
  clients: [{ name: 'biller', consumers: [{ queue: 'billing' }] }],
  positions: { 'exchange:orders': [0, 0], 'queue:billing': [300, 0], 'client:biller': [600, 40] },
});

const anApp = (): App => createApp({ run: aRun({ scenario: wired }) });
const scenarioOf = (app: App) => app.document.getState().scenario;
const perform = (app: App, id: string): void => actionOf(id).perform(app);

describe('actions', () => {
  it('have each an id and a shortcut of its own', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = actions.flatMap(({ shortcut, otherShortcuts = [] }) => [
      ...(shortcut === undefined ? [] : [shortcut]),
      ...otherShortcuts,
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(addedKinds)(
    'add a thing of kind %s that makes a valid document, and select it',
    (kind) => {
      const app = anApp();
      const key = addThing(app, kind);
      expect(nodeKeysOf(scenarioOf(app))).toContain(key);
      expect(app.view.getState().selection).toEqual([key]);
      expect(parseScenario(JSON.stringify(scenarioOf(app))).ok).toBe(true);
    },
  );

  it('put added things where nothing lies yet', () => {
    const app = anApp();
    for (let count = 0; count < 12; count++) addThing(app, 'queue');
    const places = Object.values(scenarioOf(app).positions).map(([x, y]) => `${x},${y}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('delete what is selected, and what led to it', () => {
    const app = anApp();
    app.view.getState().select(['queue:billing']);
    perform(app, 'delete');
    expect(scenarioOf(app).bindings).toEqual([]);
    expect(app.view.getState().selection).toEqual([]);
    perform(app, 'undo');
    expect(scenarioOf(app)).toEqual(wired);
  });

  it('delete a line by taking away what it stands for', () => {
    const app = anApp();
    app.view.getState().select(['binding|exchange:orders|queue:billing']);
    perform(app, 'delete');
    expect(scenarioOf(app).bindings).toEqual([]);
    expect(scenarioOf(app).queues).toHaveLength(1);
  });

  it('duplicate what is selected under another name', () => {
    const app = anApp();
    app.view.getState().select(['queue:billing']);
    perform(app, 'duplicate');
    expect(scenarioOf(app).queues.map(({ name }) => name)).toEqual(['billing', 'billing-2']);
    expect(app.view.getState().selection).toEqual(['queue:billing-2']);
  });

  it('copy and paste things with what joins them, renamed together', async () => {
    const app = anApp();
    perform(app, 'select-all');
    perform(app, 'copy');
    await expect.poll(() => actionOf('paste').isEnabled(app)).toBe(true);
    perform(app, 'paste');
    await expect.poll(() => app.document.getState().undoLabel).toBe('Paste');
    expect(scenarioOf(app).bindings).toMatchObject([
      { source: 'orders', destination: 'billing' },
      { source: 'orders-2', destination: 'billing-2' },
    ]);
    expect(scenarioOf(app).clients[1]).toMatchObject({
      name: 'biller-2',
      consumers: [{ queue: 'billing-2' }],
    });
    expect(scenarioOf(app).positions['queue:billing-2']).toEqual([340, 40]);
    expect(app.view.getState().selection).toHaveLength(3);
  });

  it('paste into another scenario under the same names, where they are free', async () => {
    const app = anApp();
    app.view.getState().select(['queue:billing']);
    perform(app, 'copy');
    await expect.poll(() => lastCopyOf(app)).not.toBeNull();
    const target = createApp();
    expect(await pasteText(target, lastCopyOf(app) ?? '')).toBe(true);
    expect(scenarioOf(target).queues.map(({ name }) => name)).toEqual(['billing']);
  });

  it('leave a text alone that is nothing of ours', async () => {
    expect(mayBeScenario('Dear Sir or Madam')).toBe(false);
    expect(await pasteText(anApp(), '{"dear": "Sir or Madam"}')).toBe(false);
  });

  it('put everything in order without touching the run', async () => {
    const app = anApp();
    app.playback.getState().seek(900);
    const { present } = app.playback.getState().history;
    perform(app, 'auto-layout');
    await expect.poll(() => app.document.getState().undoLabel).toBe('Auto-layout');
    const { positions } = scenarioOf(app);
    const x = (key: string): number => positions[key]?.[0] ?? Number.NaN;
    expect(x('exchange:orders')).toBeLessThan(x('queue:billing'));
    expect(x('queue:billing')).toBeLessThan(x('client:biller'));
    expect(app.playback.getState().history.present).toBe(present);
  });

  it('tell in words what a step did', async () => {
    const app = anApp();
    perform(app, 'step-forward');
    await expect.poll(() => app.view.getState().announcement.text).toMatch(/^At \d/);
  });

  it('let go of one thing after the other', () => {
    const app = anApp();
    app.view.getState().select(['queue:billing']);
    app.view.getState().inspectMessage(1 as never);
    perform(app, 'clear-selection');
    expect(app.view.getState()).toMatchObject({ message: null, selection: ['queue:billing'] });
    perform(app, 'clear-selection');
    expect(app.view.getState().selection).toEqual([]);
    expect(actionOf('clear-selection').isEnabled(app)).toBe(false);
  });

  it('stop, start and cut off the clients that are selected', () => {
    const app = anApp();
    expect(actionOf('stop-client').isEnabled(app)).toBe(false);
    app.view.getState().select(['client:biller', 'queue:billing']);
    perform(app, 'stop-client');
    expect(app.playback.getState().history.run.interventions).toMatchObject([
      { act: { type: 'client.stop', client: 'biller' } },
    ]);
  });
});

describe('what those who run the broker turn on and off', () => {
  const brokerOf = (app: App) => app.playback.getState().history.present.broker;
  const actsOf = (app: App) =>
    app.playback.getState().history.run.interventions.map(({ act }) => act);

  it.each(['memory', 'disk'] as const)('is the %s alarm: raised, then cleared', (alarm) => {
    const app = anApp();
    const id = `${alarm}-alarm`;
    expect(actionOf(id).labelNow?.(app)).toBe(`Raise the ${alarm} alarm`);
    perform(app, id);
    expect(brokerOf(app).alarms).toEqual([alarm]);
    expect(actionOf(id).labelNow?.(app)).toBe(`Clear the ${alarm} alarm`);
    perform(app, id);
    expect(brokerOf(app).alarms).toEqual([]);
    expect(actsOf(app)).toEqual([
      { type: 'alarm', alarm, isRaised: true },
      { type: 'alarm', alarm, isRaised: false },
    ]);
  });

  it('is the firehose, of the virtual host of what is selected', () => {
    const scenario = aBareScenario({
      vhosts: [{ name: '/' }, { name: 'test' }],
      queues: [{ name: 'q', vhost: 'test' }],
    });
    const app = createApp({ run: aRun({ scenario }) });
    expect(actionOf('firehose').labelNow?.(app)).toBe('Turn the firehose on in /');
    app.view.getState().select(['queue:q@test']);
    perform(app, 'firehose');
    expect(brokerOf(app).tracedVhosts).toEqual(['test']);
    expect(actionOf('firehose').labelNow?.(app)).toBe('Turn the firehose off in test');
    perform(app, 'firehose');
    expect(brokerOf(app).tracedVhosts).toEqual([]);
  });
});

describe('the code', () => {
  it.each([true, false])('leaves the panel as it found it: open %s', (open) => {
    const app = anApp();
    app.view.getState().setPanel('right', { open });
    perform(app, 'toggle-code');
    expect(app.view.getState().panels.right).toMatchObject({ open: true, tab: 'code' });
    perform(app, 'toggle-code');
    expect(app.view.getState().panels.right).toMatchObject({ open, tab: 'inspector' });
  });
});

describe('the next hop', () => {
  it('is where something happens to the message again', async () => {
    const app = createApp({ run: aRun() });
    const published = (): MessageId | null => {
      const { present } = app.playback.getState().history;
      const [entry] = entriesOf(present.journal, { kinds: ['message.published'], max: 1 });
      return entry?.event.type === 'message.published' ? entry.event.message.id : null;
    };
    while (published() === null) app.playback.getState().stepForward();
    const before = app.playback.getState().playheadMs;
    app.view.getState().inspectMessage(published());
    perform(app, 'next-hop');
    await expect.poll(() => app.playback.getState().playheadMs).toBeGreaterThan(before);
    const { present } = app.playback.getState().history;
    const there = entriesOf(present.journal, { from: present.now, to: present.now, max: 100 });
    expect(there.map(messageOf)).toContain(app.view.getState().message);
  });
});
