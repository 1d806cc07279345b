import { describe, expect, it, vi } from 'vitest';
import { launchInThread } from '#sandbox';
import type { LaunchProgram } from '#sandbox';
import type { Run } from '#sim';
import { aBareScenario } from '../../testing/a-scenario.ts';
import { createApp } from '../app.ts';
import type { App } from '../app.ts';
import { bodyOf, runOf } from '../run-of.ts';

const counts = `import amqp from 'amqplib';
const connection = await amqp.connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.assertQueue('ticks');
let count = 0;
setInterval(() => {
  console.log('tick', ++count);
  channel.sendToQueue('ticks', Buffer.from(String(count)));
}, 100);
`;

const withProgram = aBareScenario({
  latency_ms: 10,
  clients: [{ name: 'clock', program: { source: counts } }],
});
const without = aBareScenario({ latency_ms: 10 });

/** As localStorage is. */
function aStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
  };
}

const anApp = (run: Run, settings = aStorage(), launch: LaunchProgram = launchInThread): App =>
  createApp({ run, settings, launch });

const toBe = (app: App, status: string): Promise<void> =>
  vi.waitFor(() => expect(app.programs.getState().status).toBe(status), { timeout: 10_000 });

async function allowed(app: App): Promise<void> {
  await toBe(app, 'asking');
  app.programs.getState().allow();
}

async function to(app: App, ms: number): Promise<void> {
  app.playback.getState().seek(ms);
  await vi.waitFor(() => expect(app.playback.getState().playheadMs).toBe(ms), { timeout: 20_000 });
}

const publishedIn = (app: App): number =>
  app.playback.getState().history.present.counters.published;

describe('programs of an opened run', () => {
  it('do not run before the visitor has said so', async () => {
    let launched = 0;
    const app = anApp(runOf(withProgram), aStorage(), (start) => {
      launched++;
      return launchInThread(start);
    });
    await toBe(app, 'asking');
    app.playback.getState().seek(1_000);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect([launched, publishedIn(app)]).toEqual([0, 0]);
    app.programs.getState().allow();
    await to(app, 1_000);
    expect(launched).toBe(1);
    expect(publishedIn(app)).toBe(9);
  }, 30_000);

  it('are asked about too where only an edit in the run brings them', async () => {
    const interventions = [
      { at: 500, act: { type: 'edit' as const, body: bodyOf(withProgram) } },
    ] as unknown as Run['interventions'];
    const app = anApp({ ...runOf(without), interventions });
    await toBe(app, 'asking');
  }, 30_000);

  it('are not asked about again in the same browser, and what the visitor writes runs', async () => {
    const settings = aStorage();
    const first = anApp(runOf(withProgram), settings);
    await allowed(first);
    await to(first, 200);
    const second = anApp(runOf(withProgram), settings);
    await toBe(second, 'running');
    second.document.getState().edit('Edit', (scenario) => ({
      ...scenario,
      clients: scenario.clients.map((spec) => ({
        ...spec,
        program: { source: counts.replace('100', '200'), arguments: [] },
      })),
    }));
    await to(second, 1_000);
    expect(publishedIn(second)).toBe(4);
  }, 30_000);

  it('go back and forth with the playhead without running again', async () => {
    let turns = 0;
    const app = anApp(runOf(withProgram), aStorage(), (start) => {
      const program = launchInThread(start);
      return {
        ...program,
        start: () => program.start(),
        dispose: () => program.dispose(),
        turn: (at, inputs) => {
          turns++;
          return program.turn(at, inputs);
        },
      };
    });
    await allowed(app);
    await to(app, 2_000);
    const { present } = app.playback.getState().history;
    const ran = turns;
    app.playback.getState().seek(700);
    expect(publishedIn(app)).toBe(6);
    app.playback.getState().stepBack();
    app.playback.getState().seek(2_000);
    expect(app.playback.getState().history.present.counters).toEqual(present.counters);
    expect(turns).toBe(ran);
  }, 30_000);

  it('go another way after what is done in the past, and the old way again when it is undone', async () => {
    const app = anApp(runOf(withProgram));
    await allowed(app);
    await to(app, 2_000);
    const before = publishedIn(app);
    app.playback.getState().seek(1_000);
    app.playback.getState().intervene({ type: 'client.stop', client: 'clock' }, 'Stop');
    await to(app, 2_000);
    expect(publishedIn(app)).toBe(9);
    app.document.getState().undo();
    await to(app, 2_000);
    expect(publishedIn(app)).toBe(before);
    await to(app, 3_000);
    expect(publishedIn(app)).toBe(29);
  }, 30_000);

  it('are stepped through, also beyond what is known', async () => {
    const app = anApp(runOf(withProgram));
    await allowed(app);
    app.playback.getState().stepForward();
    await vi.waitFor(() => expect(app.playback.getState().playheadMs).toBe(1));
    app.playback.getState().stepForward();
    await vi.waitFor(() => expect(app.playback.getState().playheadMs).toBe(11));
    expect(app.playback.getState().wanted).toBe(null);
  }, 30_000);
});
