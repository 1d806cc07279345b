import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '#app';
import type { App } from '#app';
import { aRun } from '../../testing/a-run.ts';
import { AppProvider } from '../app-context.tsx';
import { AddPalette, dragType } from './AddPalette.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { LibraryList } from './LibraryList.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { Notes } from './Notes.tsx';
import { Notices } from './Notices.tsx';
import { TopBar } from './TopBar.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show(children: ReactNode, app: App = createApp({ run: aRun() })): App {
  render(<AppProvider app={app}>{children}</AppProvider>);
  return app;
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

describe('the top bar', () => {
  it('renames the scenario in place, and lets it be with Escape', () => {
    const app = show(<TopBar isNarrow={false} />);
    fireEvent.click(button(/: rename the scenario$/));
    const field = screen.getByRole('textbox', { name: 'Title of the scenario' });
    fireEvent.change(field, { target: { value: 'Orders' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(app.document.getState().scenario.title).toBe('Orders');

    fireEvent.click(button(/: rename the scenario$/));
    const again = screen.getByRole('textbox', { name: 'Title of the scenario' });
    fireEvent.change(again, { target: { value: 'Other' } });
    fireEvent.keyDown(again, { key: 'Escape' });
    expect(app.document.getState().scenario.title).toBe('Orders');
  });

  it('changes the version of RabbitMQ', () => {
    const app = show(<TopBar isNarrow={false} />);
    fireEvent.change(screen.getByRole('combobox', { name: 'Version of RabbitMQ' }), {
      target: { value: '3.10' },
    });
    expect(app.document.getState().scenario.profile).toBe('3.10');
  });

  it('says what would be undone, and undoes it', () => {
    const app = show(<TopBar isNarrow={false} />);
    expect(button('Undo')).toHaveProperty('disabled', true);
    act(() => app.document.getState().rename('Orders'));
    fireEvent.click(button('Undo rename scenario'));
    expect(app.document.getState().scenario.title).toBe('One of everything');
    expect(button('Redo rename scenario')).toHaveProperty('disabled', false);
  });
});

describe('the left panel', () => {
  it('adds a thing with a click, and hands its kind over when it is dragged', () => {
    const app = show(<AddPalette />);
    fireEvent.click(button('Add a queue'));
    expect(app.document.getState().undoLabel).toBe('Add queue');
    const setData = vi.fn();
    fireEvent.dragStart(button('Add an exchange'), { dataTransfer: { setData } });
    expect(setData).toHaveBeenCalledWith(dragType, 'exchange');
  });

  it('opens scenarios of the library', () => {
    const app = show(<LibraryList />);
    fireEvent.click(button('Topics'));
    expect(app.document.getState().scenario.title).toBe('Topics');
    expect(button('Topics').getAttribute('aria-current')).toBe('true');
  });

  it('lets the notes be edited', () => {
    const app = show(<Notes />);
    fireEvent.click(button('Edit the notes'));
    const field = screen.getByRole('textbox', { name: 'Notes of the scenario' });
    fireEvent.change(field, { target: { value: 'Look here.\n\nAnd there.' } });
    fireEvent.click(button('Keep'));
    expect(app.document.getState().scenario.notes).toBe('Look here.\n\nAnd there.');
    expect(screen.getByText('And there.').tagName).toBe('P');
  });
});

describe('panels', () => {
  const frame = (
    <Frame isBare={false} left={<p>left</p>} right={<p>right</p>} bottom={<p>bottom</p>}>
      <p>canvas</p>
    </Frame>
  );

  it('show what is open and nothing else', () => {
    const app = show(frame);
    expect(screen.queryByText('left')).not.toBeNull();
    expect(screen.queryByText('bottom')).toBeNull();
    act(() => app.view.getState().togglePanel('bottom', 'journal'));
    expect(screen.queryByText('bottom')).not.toBeNull();
  });

  it('are resized with the keys, within bounds', () => {
    const app = show(frame);
    const edge = screen.getByRole('separator', { name: 'Width of the left panel' });
    const before = app.view.getState().panels.left.size;
    fireEvent.keyDown(edge, { key: 'ArrowRight' });
    expect(app.view.getState().panels.left.size).toBe(before + 16);
    for (let press = 0; press < 60; press++) fireEvent.keyDown(edge, { key: 'ArrowLeft' });
    expect(app.view.getState().panels.left).toMatchObject({ open: true, size: 190 });
  });

  it('close when they are pushed shut', () => {
    const app = show(frame);
    act(() => app.view.getState().setPanel('right', { open: true }));
    const edge = screen.getByRole('separator', { name: 'Width of the right panel' });
    edge.setPointerCapture = () => {};
    fireEvent.pointerDown(edge, { clientX: 1_000, pointerId: 1 });
    fireEvent.pointerMove(edge, { clientX: 1_300, pointerId: 1 });
    expect(app.view.getState().panels.right.open).toBe(false);
  });
});

describe('notices', () => {
  it('go by themselves, but not while somebody points at them', () => {
    vi.useFakeTimers();
    const app = show(<Notices />);
    act(() => void app.view.getState().notify({ text: 'Link copied.', lastsMs: 1_000 }));
    fireEvent.pointerEnter(screen.getByText('Link copied.').parentElement as HTMLElement);
    act(() => void vi.advanceTimersByTime(5_000));
    expect(screen.queryByText('Link copied.')).not.toBeNull();
    fireEvent.pointerLeave(screen.getByText('Link copied.').parentElement as HTMLElement);
    act(() => void vi.advanceTimersByTime(1_500));
    expect(screen.queryByText('Link copied.')).toBeNull();
  });

  it('do what they offer, and go', () => {
    const perform = vi.fn();
    const app = show(<Notices />);
    act(
      () =>
        void app.view.getState().notify({ text: 'Kept.', action: { label: 'Reopen', perform } }),
    );
    fireEvent.click(button('Reopen'));
    expect(perform).toHaveBeenCalledOnce();
    expect(screen.queryByText('Kept.')).toBeNull();
  });
});

it('the live region says what is announced, and the same thing again', () => {
  const app = show(<LiveRegion />);
  act(() => app.view.getState().announce('Deleted'));
  const once = screen.getByRole('status').textContent;
  act(() => app.view.getState().announce('Deleted'));
  const twice = screen.getByRole('status').textContent;
  expect(once?.trim()).toBe('Deleted');
  expect(twice).not.toBe(once);
});

describe('the error boundary', () => {
  it('shows the sentence and offers the run', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const Broken = (): never => {
      throw new Error('Invariant broken: a queue is longer than itself');
    };
    show(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
    );
    expect(screen.getByText(/a queue is longer than itself/)).not.toBeNull();
    expect(button('Download the run')).not.toBeNull();
  });

  it('also shows what happened outside of any rendering', () => {
    const app = show(
      <ErrorBoundary>
        <p>well</p>
      </ErrorBoundary>,
    );
    act(() => app.view.getState().fail(new Error('Invariant broken: time stands still')));
    expect(screen.queryByText('well')).toBeNull();
    expect(screen.getByText(/time stands still/)).not.toBeNull();
  });
});
