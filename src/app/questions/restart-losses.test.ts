import { describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { aRunningApp, aScenarioSpec } from '../../testing/an-orders-app.ts';
import { restartLosses } from './restart-losses.ts';
import type { RestartLosses } from './restart-losses.ts';

/** The orders, with a fleeting queue beside the durable ones. */
function anApp(deliveryMode: 1 | 2): App {
  const [shop, ...others] = aScenarioSpec.clients ?? [];
  const [publisher] = shop?.publishers ?? [];
  if (shop === undefined || publisher === undefined) throw new Error('The orders have a shop.');
  return aRunningApp({
    ...aScenarioSpec,
    exchanges: [...(aScenarioSpec.exchanges ?? []), { name: 'gossip', durable: false }],
    queues: [...(aScenarioSpec.queues ?? []), { name: 'fleeting', durable: false }],
    bindings: [
      ...(aScenarioSpec.bindings ?? []),
      { source: 'events', destination: 'fleeting', routing_key: '#' },
    ],
    clients: [
      {
        ...shop,
        publishers: [{ ...publisher, properties: { delivery_mode: deliveryMode } }],
      },
      ...others.filter(({ name }) => name !== 'biller'),
    ],
  });
}

function lossesAfterRestartAt(ms: number, app: App): RestartLosses {
  const { seek, intervene } = app.playback.getState();
  seek(ms);
  intervene({ type: 'broker.restart' }, 'Restart the broker');
  const [losses] = restartLosses(app.playback.getState().history.present);
  if (losses === undefined) throw new Error('There was a restart.');
  return losses;
}

describe('restartLosses', () => {
  it('tells the queues and exchanges that were not durable, with their bindings', () => {
    const losses = lossesAfterRestartAt(3_000, anApp(2));
    expect(losses.at).toBe(3_000);
    expect(losses.queues).toEqual([{ vhost: '/', name: 'fleeting' }]);
    expect(losses.exchanges).toEqual([{ vhost: '/', name: 'gossip' }]);
    expect(losses.bindings).toEqual([
      { vhost: '/', source: 'events', destination: 'fleeting', routingKey: '#' },
    ]);
    expect(losses.isPartial).toBe(false);
  });

  it('counts the messages that went with their queue apart from those that were not persistent', () => {
    const persistent = lossesAfterRestartAt(3_000, anApp(2));
    expect(persistent.messages).toEqual([
      { vhost: '/', queue: 'fleeting', isQueueLost: true, count: 4, first: [1, 2, 3, 4] },
    ]);
    const transient = lossesAfterRestartAt(3_000, anApp(1));
    const byQueue = new Map(transient.messages.map((lost) => [lost.queue, lost]));
    expect(byQueue.get('fleeting')).toMatchObject({ isQueueLost: true, count: 4 });
    expect(byQueue.get('billing')).toMatchObject({ isQueueLost: false, count: 4 });
  });

  it('names the clients that were connected, and not the operator', () => {
    expect(lossesAfterRestartAt(3_000, anApp(2)).connections).toEqual(['clerk', 'shop']);
  });

  it('tells of each restart by itself, the latest first', () => {
    const app = anApp(2);
    const first = lossesAfterRestartAt(3_000, app);
    lossesAfterRestartAt(9_000, app);
    const [latest, before, ...rest] = restartLosses(app.playback.getState().history.present);
    expect(rest).toEqual([]);
    expect(before).toEqual(first);
    expect(latest).toMatchObject({ at: 9_000, queues: [], exchanges: [], messages: [] });
    expect(latest?.connections).toEqual(['clerk', 'shop']);
  });

  it('knows of none before the restart', () => {
    const app = anApp(2);
    lossesAfterRestartAt(3_000, app);
    app.playback.getState().seek(2_900);
    expect(restartLosses(app.playback.getState().history.present)).toEqual([]);
  });
});
