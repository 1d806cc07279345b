import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#app';
import { AppProvider } from '../app-context.tsx';
import { aRunningApp } from '../../testing/an-orders-app.ts';
import { Journal } from './Journal.tsx';

let app: App;

beforeEach(() => {
  app = aRunningApp();
  act(() => app.playback.getState().seek(5_000));
  render(
    <AppProvider app={app}>
      <Journal />
    </AppProvider>,
  );
});
afterEach(cleanup);

const rows = (): readonly string[] =>
  screen.queryAllByRole('listitem').map((row) => row.textContent ?? '');
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

describe('Journal', () => {
  it('tells what happened in sentences, with the message it is about', () => {
    press('Published');
    expect(rows()).toHaveLength(4);
    expect(rows()[0]).toMatch(/#1.*shop published message 1 to events with routing key order/);
  });

  it('joins groups, and shows everything again', () => {
    press('Published');
    press('Delivered');
    expect(rows()).toHaveLength(5);
    expect(screen.getByRole('button', { name: 'Published' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    press('All');
    expect(rows().length).toBeGreaterThan(5);
  });

  it('finds text, and messages by number', () => {
    const search = screen.getByLabelText('Search the event log');
    fireEvent.change(search, { target: { value: 'Binding Key #.paid' } });
    expect(rows()).toHaveLength(1);
    fireEvent.change(search, { target: { value: '#3 ' } });
    expect(rows().length).toBeGreaterThan(1);
    expect(rows().every((row) => row.includes('#3'))).toBe(true);
    fireEvent.change(search, { target: { value: 'nowhere to be found' } });
    expect(screen.getByText('Nothing like this has happened.')).toBeTruthy();
  });

  it('shows what is about the selected node, as long as it is selected', () => {
    act(() => app.view.getState().select(['client:biller']));
    press('Only biller');
    expect(rows().length).toBeGreaterThan(0);
    expect(rows().every((row) => row.includes('biller'))).toBe(true);
    act(() => app.view.getState().select([]));
    expect(rows().some((row) => !row.includes('biller'))).toBe(true);
  });

  it('opens the message, and moves the playhead only when told to', () => {
    press('Published');
    const row = screen.getAllByRole('listitem')[0] as HTMLElement;
    fireEvent.click(within(row).getByRole('button', { name: /shop published/ }));
    expect(app.view.getState().message).toBe(1);
    expect(app.playback.getState().playheadMs).toBe(5_000);
    fireEvent.click(within(row).getByRole('button', { name: /^Go to/ }));
    expect(app.playback.getState().playheadMs).toBeLessThan(2_000);
  });

  it('grows with the run', () => {
    press('Published');
    act(() => app.playback.getState().seek(800));
    const before = rows().length;
    act(() => app.playback.getState().seek(5_000));
    expect(rows().length).toBeGreaterThan(before);
  });
});
