import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '#app';
import type { Scenario } from '#scenario';
import { aRunningApp } from '../../testing/an-orders-app.ts';
import { AppProvider } from '../app-context.tsx';
import { Canvas } from './Canvas.tsx';

let app: App;
let rendered: ReturnType<typeof vi.fn<() => void>>;

beforeEach(async () => {
  app = aRunningApp();
  rendered = vi.fn();
  render(
    <AppProvider app={app}>
      <Profiler id="canvas" onRender={() => rendered()}>
        <Canvas />
      </Profiler>
    </AppProvider>,
  );
  await waitFor(() =>
    expect(screen.getByRole('region', { name: 'Graph' }).dataset['tools']).toBe('true'),
  );
});
afterEach(cleanup);

const scenario = (): Scenario => app.document.getState().scenario;
const node = (name: RegExp): HTMLElement => screen.getByRole('group', { name });
const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;
const press = (key: string, options: Partial<KeyboardEventInit> = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...options });
};
const focus = (name: RegExp): void => act(() => node(name).focus());
const settled = (name: RegExp): Promise<void> => waitFor(() => expect(focused()).toMatch(name));

describe('the canvas', () => {
  it('has a focusable node with a name for each thing of the document', () => {
    const names = [...document.querySelectorAll('[data-node-key]')].map(
      (frame) => frame.getAttribute('aria-label')?.split(',')[0],
    );
    expect(new Set(names)).toEqual(
      new Set([
        'Consumer biller',
        'Consumer clerk',
        'Exchange dead',
        'Exchange events',
        'Producer shop',
        'Queue audit',
        'Queue billing',
        'Queue graveyard',
      ]),
    );
    expect(node(/^Queue billing/).tabIndex).toBe(0);
  });

  it('renders nothing when the playhead moves and nothing happens', async () => {
    act(() => app.playback.getState().seek(650));
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    rendered.mockClear();
    for (let step = 1; step <= 50; step++) {
      act(() => app.playback.getState().seek(650 + step / 50));
    }
    expect(rendered).not.toHaveBeenCalled();
  });

  it('lets the arrow keys walk from node to node', async () => {
    focus(/^Producer shop/);
    press('ArrowRight');
    await settled(/^Exchange events/);
    press('ArrowRight');
    await settled(/^Queue/);
  });

  it('leads from the chip of a binding to the nodes that it binds', async () => {
    const chip = screen.getByRole('button', { name: 'Binding from events to audit, #.paid' });
    act(() => chip.focus());
    press('ArrowRight');
    await settled(/^Queue audit/);
  });

  it('selects with Enter and opens the inspector', () => {
    app.view.getState().setPanel('right', { open: false });
    focus(/^Queue audit/);
    press('Enter');
    expect(app.view.getState().selection).toEqual(['queue:audit']);
    expect(app.view.getState().panels.right.open).toBe(true);
  });

  it('adds to the selection with Shift and an arrow', async () => {
    focus(/^Producer shop/);
    press('ArrowRight', { shiftKey: true });
    await settled(/^Exchange events/);
    expect(app.view.getState().selection).toEqual(['client:shop', 'exchange:events']);
  });

  it('moves what has the focus with Alt and an arrow, many steps as one step of undo', () => {
    act(() =>
      app.document.getState().edit('Place', (before) => ({
        ...before,
        positions: { ...before.positions, 'queue:audit': [500, 300] },
      })),
    );
    focus(/^Queue audit/);
    press('ArrowDown', { altKey: true });
    press('ArrowDown', { altKey: true });
    press('ArrowLeft', { altKey: true, shiftKey: true });
    expect(scenario().positions['queue:audit']).toEqual([450, 320]);
    act(() => app.document.getState().undo());
    expect(scenario().positions['queue:audit']).toEqual([500, 300]);
  });
});

describe('wiring with the keys', () => {
  it('offers what is allowed, wires what is chosen, and opens the new key', async () => {
    focus(/^Exchange events/);
    press('w');
    const field = await screen.findByRole('combobox', { name: 'Wire to' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    const offered = within(screen.getByRole('listbox')).getAllByRole('option');
    expect(offered.map((option) => option.textContent).toSorted()).toEqual([
      'auditqueue',
      'billingqueue',
      'deadexchange',
      'graveyardqueue',
    ]);
    expect(node(/^Consumer biller/).dataset['wire']).toBe('no');
    fireEvent.change(field, { target: { value: 'grave' } });
    expect(node(/^Queue graveyard/).dataset['wire']).toBe('chosen');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(scenario().bindings.at(-1)).toMatchObject({
      source: 'events',
      destination: 'graveyard',
      routing_key: '#',
    });
    const key = await screen.findByRole('textbox', { name: /^Binding key from events/ });
    fireEvent.change(key, { target: { value: 'order.late' } });
    fireEvent.keyDown(key, { key: 'Enter' });
    expect(scenario().bindings.at(-1)?.routing_key).toBe('order.late');
    expect(screen.getByRole('button', { name: /order\.late$/ })).toBeTruthy();
  });

  it('is left with Escape, and nothing has changed', async () => {
    const before = scenario();
    focus(/^Queue audit/);
    press('Enter', { shiftKey: true });
    fireEvent.keyDown(await screen.findByRole('combobox'), { key: 'Escape' });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(scenario()).toBe(before);
    await settled(/^Queue audit/);
  });

  it('says to a screen reader how many targets there are', () => {
    focus(/^Queue audit/);
    press('w');
    expect(app.view.getState().announcement.text).toBe('Wiring from audit: 1 possible target');
  });
});

describe('a name on the canvas', () => {
  const rename = async (name: RegExp, text: string): Promise<HTMLElement> => {
    focus(name);
    press('F2');
    const field = await screen.findByRole('textbox', { name: /^New name/ });
    fireEvent.change(field, { target: { value: text } });
    return field;
  };

  it('is edited in its place, and everything that refers to it follows', async () => {
    fireEvent.keyDown(await rename(/^Queue billing/, 'invoices'), { key: 'Enter' });
    expect(scenario().queues.map(({ name }) => name)).toContain('invoices');
    expect(scenario().bindings[0]?.destination).toBe('invoices');
    await settled(/^Queue invoices/);
  });

  it.each`
    text               | sentence
    ${'audit'}         | ${'There is a queue of that name already.'}
    ${' '}             | ${'A queue needs a name.'}
    ${'amq.mine'}      | ${'Names that begin with amq. are reserved for RabbitMQ.'}
    ${'é'.repeat(128)} | ${'AMQP names hold 255 bytes at most; this one has 256.'}
  `('cannot be “$text”: $sentence', async ({ text, sentence }: Record<string, string>) => {
    const before = scenario();
    const field = await rename(/^Queue billing/, text ?? '');
    expect(screen.getByRole('alert').textContent).toBe(sentence);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(scenario()).toBe(before);
  });

  it('stays as it was after Escape', async () => {
    const before = scenario();
    fireEvent.keyDown(await rename(/^Queue billing/, 'other'), { key: 'Escape' });
    expect(scenario()).toBe(before);
    await settled(/^Queue billing/);
  });
});

describe('the delete key', () => {
  it('removes the focused node, and the focus goes to its neighbour', async () => {
    focus(/^Queue graveyard/);
    press('Delete');
    expect(scenario().queues.map(({ name }) => name)).toEqual(['billing', 'audit']);
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('group'));
    act(() => app.document.getState().undo());
    expect(scenario().queues).toHaveLength(3);
  });

  it('removes a binding on its chip', () => {
    const chip = screen.getByRole('button', { name: 'Binding from events to audit, #.paid' });
    act(() => chip.focus());
    fireEvent.keyDown(chip, { key: 'Delete' });
    expect(scenario().bindings.map(({ routing_key: key }) => key)).toEqual(['order.*', '']);
  });
});

describe('an empty canvas', () => {
  it('says how to begin, and leads to the gallery', async () => {
    act(() =>
      app.document.getState().edit('Clear', (before) => ({
        ...before,
        exchanges: [],
        queues: [],
        bindings: [],
        clients: [],
      })),
    );
    expect(await screen.findByText('Nothing here yet')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Open a scenario' }));
    expect(app.view.getState().dialog).toBe('gallery');
  });
});
