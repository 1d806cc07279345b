import { describe, expect, it } from 'vitest';
import type { ScenarioSpec } from '#scenario';
import type { Simulation } from '#sim';
import { aRunningApp, aScenarioSpec } from '../../testing/an-orders-app.ts';
import { overviewOf } from './overview.ts';
import { clientStanding } from './standing.ts';

const at = (ms: number, changes: Partial<ScenarioSpec> = {}): Simulation => {
  const { playback } = aRunningApp({ ...aScenarioSpec, ...changes });
  playback.getState().seek(ms);
  return playback.getState().history.present;
};

const partSentence = (simulation: Simulation, client: string): string | undefined =>
  clientStanding(simulation, client)?.parts[0]?.sentence;

describe('clientStanding', () => {
  it('says when a publisher is done, and what a consumer works on', () => {
    const simulation = at(5_000);
    expect(partSentence(simulation, 'shop')).toBe('It has published all of its 4 messages.');
    expect(partSentence(simulation, 'biller')).toMatch(/^It works on message 1 for another/);
    expect(partSentence(simulation, 'clerk')).toBe('Nothing is ready in audit.');
  });

  it('says that a publisher waits for confirms', () => {
    const simulation = at(1_200, {
      clients: [
        {
          name: 'shop',
          latency_ms: 400,
          publishers: [
            {
              exchange: 'events',
              rate: { kind: 'steady', per_second: 10 },
              confirms: { outstanding_max: 1 },
            },
          ],
        },
      ],
    });
    expect(clientStanding(simulation, 'shop')?.parts[0]).toMatchObject({ condition: 'held-up' });
    expect(overviewOf(simulation).troubles).toContainEqual(
      expect.objectContaining({ key: 'client:shop', severity: 'warning' }),
    );
  });

  it('says that a client is blocked while memory is low, and the overview does, too', () => {
    const { playback } = aRunningApp();
    playback.getState().seek(100);
    playback.getState().intervene({ type: 'alarm', alarm: 'memory', isRaised: true }, 'Raise');
    playback.getState().seek(3_000);
    const { present } = playback.getState().history;
    expect(clientStanding(present, 'shop')).toMatchObject({
      condition: 'held-up',
      sentence: 'It is blocked: the broker is low on memory.',
    });
    expect(clientStanding(present, 'clerk')?.condition).toBe('working');
    expect(overviewOf(present).troubles).toContainEqual(
      expect.objectContaining({ key: 'client:shop', severity: 'warning' }),
    );
  });

  it('tells the broker’s refusal, and the overview puts it first', () => {
    const simulation = at(1_500, {
      clients: [
        {
          name: 'lost',
          publishers: [{ exchange: 'nowhere', rate: { kind: 'steady', per_second: 2 } }],
        },
      ],
    });
    expect(clientStanding(simulation, 'lost')?.lastError).toMatch(/no exchange 'nowhere'/);
    expect(overviewOf(simulation).troubles[0]).toMatchObject({
      key: 'client:lost',
      severity: 'error',
    });
  });

  it('knows nothing of clients that are not in the run', () => {
    expect(clientStanding(at(0), 'nobody')).toBeNull();
  });
});

describe('overviewOf', () => {
  it('counts what is declared, without what RabbitMQ declares itself', () => {
    const { exchangeCount, queueCount, bindingCount, clientCount, connectionCount } = overviewOf(
      at(2_000),
    );
    expect({ exchangeCount, queueCount, bindingCount, clientCount, connectionCount }).toEqual({
      exchangeCount: 2,
      queueCount: 3,
      bindingCount: 3,
      clientCount: 3,
      connectionCount: 3,
    });
  });

  it('names queues whose messages wait, and why', () => {
    const trouble = overviewOf(at(5_000)).troubles.find(({ key }) => key === 'queue:billing');
    expect(trouble?.sentence).toMatch(/3 messages wait/);
  });

  it('counts what reached no queue', () => {
    const simulation = at(3_000, { bindings: [] });
    expect(overviewOf(simulation).troubles).toContainEqual(
      expect.objectContaining({ title: 'Unroutable' }),
    );
  });
});
