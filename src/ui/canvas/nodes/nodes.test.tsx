import { ReactFlowProvider } from '@xyflow/react';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { Profiler } from 'react';
import type { ComponentProps, ComponentType } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '#app';
import type { ScenarioSpec } from '#scenario';
import { aRunningApp, aScenarioSpec } from '../../../testing/an-orders-app.ts';
import { AppProvider } from '../../app-context.tsx';
import { CanvasProvider } from '../canvas-context.tsx';
import { LiveProvider } from '../live/use-live.tsx';
import { ConsumerNode } from './ConsumerNode.tsx';
import { ExchangeNode } from './ExchangeNode.tsx';
import { ProducerNode } from './ProducerNode.tsx';
import { QueueNode } from './QueueNode.tsx';

const steady: ScenarioSpec = {
  ...aScenarioSpec,
  clients: (aScenarioSpec.clients ?? []).map((client) =>
    client.name === 'shop'
      ? {
          ...client,
          publishers: [
            {
              exchange: 'events',
              routing_key: 'order.created',
              rate: { kind: 'steady', per_second: 4 },
              confirms: { outstanding_max: 5 },
            },
          ],
        }
      : client.name === 'biller'
        ? { name: 'biller', consumers: [{ queue: 'billing', work_ms: 300 }] }
        : client,
  ),
};

let app: App;
let renders: Record<string, ReturnType<typeof vi.fn<() => void>>>;

type NodeComponent = ComponentType<ComponentProps<typeof QueueNode>>;

const nodes: readonly (readonly [string, NodeComponent])[] = [
  ['client:shop', ProducerNode],
  ['exchange:events', ExchangeNode],
  ['queue:billing', QueueNode],
  ['queue:audit', QueueNode],
  ['client:biller', ConsumerNode],
  ['client:clerk', ConsumerNode],
];

beforeEach(() => {
  app = aRunningApp(steady);
  renders = Object.fromEntries(nodes.map(([key]) => [key, vi.fn()]));
  render(
    <AppProvider app={app}>
      <ReactFlowProvider>
        <CanvasProvider>
          <LiveProvider>
            {nodes.map(([key, Component]) => (
              <Profiler key={key} id={key} onRender={() => renders[key]?.()}>
                <Component {...propsOf(key)} />
              </Profiler>
            ))}
          </LiveProvider>
        </CanvasProvider>
      </ReactFlowProvider>
    </AppProvider>,
  );
});
afterEach(cleanup);

const propsOf = (key: string) =>
  ({ id: key, data: { nodeKey: key }, selected: false }) as unknown as ComponentProps<
    typeof QueueNode
  >;

const seek = (ms: number): void => act(() => app.playback.getState().seek(ms));
const countsOf = (): Record<string, number> =>
  Object.fromEntries(Object.entries(renders).map(([key, spy]) => [key, spy.mock.calls.length]));
const node = (name: RegExp) => screen.getByRole('group', { name });

describe('a node', () => {
  it('renders again when its own thing changes, and for nothing else', () => {
    seek(500);
    const before = countsOf();
    for (let frame = 1; frame <= 125; frame++) seek(500 + frame * 16);
    const after = countsOf();
    const times = (key: string): number => (after[key] ?? 0) - (before[key] ?? 0);
    expect(times('queue:audit')).toBe(0);
    expect(times('exchange:events')).toBe(0);
    expect(times('client:clerk')).toBe(0);
    expect(times('queue:billing')).toBeGreaterThan(5);
    expect(times('queue:billing')).toBeLessThan(30);
    expect(times('client:biller')).toBeLessThan(30);
  });

  it('does not render when the playhead moves and nothing happens', () => {
    seek(700);
    const before = countsOf();
    for (let frame = 1; frame <= 60; frame++) seek(700 + frame / 60);
    expect(countsOf()).toEqual(before);
  });

  it('does not render when another one is selected, moved or renamed', () => {
    seek(700);
    const before = countsOf();
    act(() => {
      app.document.getState().edit('Move', (scenario) => ({
        ...scenario,
        positions: { ...scenario.positions, 'queue:graveyard': [900, 900] },
      }));
      app.view.getState().select(['queue:graveyard']);
    });
    expect(countsOf()).toEqual(before);
  });
});

describe('a queue', () => {
  it('has a name that tells what it holds', () => {
    seek(1_000);
    expect(node(/^Queue billing/).getAttribute('aria-label')).toMatch(
      /^Queue billing, \d+ ready, \d+ unacknowledged$/,
    );
  });

  it('shows each message it holds once, with its number, colour and state', () => {
    seek(2_600);
    const slots = [...node(/^Queue billing/).querySelectorAll<HTMLElement>('[data-message]')];
    const queue = app.playback.getState().history.present.broker.vhosts.get('/' as never);
    const billing = queue?.queues.get('billing' as never);
    const states = slots.map(({ dataset }) => dataset['state']);
    expect(states.filter((state) => state === 'ready')).toHaveLength(billing?.readyCount ?? -1);
    expect(states.filter((state) => state === 'unacked')).toHaveLength(billing?.unackedCount ?? -1);
    expect(new Set(slots.map(({ dataset }) => dataset['message'])).size).toBe(slots.length);
    for (const { dataset } of slots) {
      expect(Number(dataset['colour'])).toBe(Number(dataset['message']) % 8);
    }
  });
});

describe('a producer', () => {
  it('publishes by its button, as a step that can be undone', () => {
    seek(1_000);
    const { interventions } = app.playback.getState().history.run;
    expect(interventions).toHaveLength(0);
    fireEvent.click(within(node(/^Producer shop/)).getByRole('button', { name: /^Publish/ }));
    expect(app.playback.getState().history.run.interventions).toHaveLength(1);
    expect(app.document.getState().undoLabel).toBe('Publish from shop');
  });

  it('tells what is not confirmed yet', () => {
    seek(600);
    expect(node(/^Producer shop/).textContent).toMatch(/\d unconfirmed/);
  });
});

describe('a consumer that acknowledges by hand', () => {
  it('offers to answer for what it holds, and for nothing while it holds nothing', () => {
    const clerk = node(/^Consumer clerk/);
    const ack = () => within(clerk).getByRole('button', { name: /^Acknowledge/ });
    expect(ack()).toHaveProperty('disabled', true);
    seek(500);
    act(() =>
      app.playback
        .getState()
        .intervene(
          { type: 'publish', client: 'shop', publisher: 0, routingKey: 'order.paid' },
          'Publish',
        ),
    );
    seek(900);
    expect(clerk.getAttribute('aria-label')).toContain('holds 1');
    fireEvent.click(ack());
    seek(1_100);
    expect(clerk.getAttribute('aria-label')).toContain('holds 0');
  });
});
