import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JSX } from 'react';
import type { App } from '#app';
import { anAppWithPrograms, aProgramText } from '../../testing/an-app-with-programs.ts';
import { AppProvider } from '../app-context.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { Journal } from '../journal/Journal.tsx';
import { draft } from './drafts.ts';
import { ProgramStrip } from './ProgramStrip.tsx';
import { runThis } from './run-this.ts';
import { shownPlaceOf, showPlace } from './shown-place.ts';

// Monaco is tried in a real browser.
vi.mock('./ProgramText.tsx', () => ({ ProgramText: () => null }));

afterEach(cleanup);

const show = (app: App, element: JSX.Element): void => {
  render(<AppProvider app={app}>{element}</AppProvider>);
};
const select = (app: App, key: string): void => act(() => app.view.getState().select([key]));
const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

describe('a program in the inspector', () => {
  it('shows what it has written, with the line, and never as anything but text', async () => {
    const app = await anAppWithPrograms(550);
    show(app, <Inspector />);
    select(app, 'client:sender');
    const lines = within(await screen.findByRole('region', { name: 'Console of sender' }));
    expect(lines.getByText('sent <b>one</b>')).toBeTruthy();
    fireEvent.click(lines.getByRole('button', { name: 'Show sender, line 8' }));
    expect(shownPlaceOf(app).getState().asked).toMatchObject({ client: 'sender', line: 8 });
  });

  it('is shown when a line of it is asked for, whatever was looked at before', async () => {
    const app = await anAppWithPrograms(550);
    show(app, <Inspector />);
    select(app, 'client:sender');
    fireEvent.click(screen.getByRole('tab', { name: 'Why' }));
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Why');
    act(() => showPlace(app, { client: 'sender', line: 5, column: 1 }));
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Program');
  });

  it('says aloud what went wrong and where, and takes it back with the playhead', async () => {
    const app = await anAppWithPrograms(700);
    show(app, <Inspector />);
    select(app, 'client:sender');
    await screen.findByRole('region', { name: 'Console of sender' });
    const said = (): string =>
      document.querySelector('[aria-live="assertive"]')?.textContent ?? 'no live region';
    expect(said()).toBe('line 9: TypeError: channel.nothing is not a function');
    act(() => app.playback.getState().seek(500));
    expect(said()).toBe('');
  });

  it('runs what was written when it is told to, and not before', async () => {
    const app = await anAppWithPrograms(0);
    show(app, <Inspector />);
    select(app, 'client:sender');
    await screen.findByRole('button', { name: 'Run this' });
    act(() => draft(app, 'sender', { source: `${aProgramText}\n// more` }));
    expect(screen.getByText(/not running yet/)).toBeTruthy();
    const sourceOf = () => app.document.getState().scenario.clients[0]?.program?.source;
    expect(sourceOf()).toBe(aProgramText);
    press('Run this');
    expect(sourceOf()).toContain('// more');
    expect(screen.queryByText(/not running yet/)).toBeNull();
    expect(app.playback.getState().isPlaying).toBe(true);
  });

  it('takes its arguments from one line, as a shell does', async () => {
    const app = await anAppWithPrograms(0);
    show(app, <Inspector />);
    select(app, 'client:sender');
    const field = await screen.findByLabelText('Arguments');
    fireEvent.change(field, { target: { value: 'info "two words" ' } });
    expect((field as HTMLInputElement).value).toBe('info "two words" ');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(app.document.getState().scenario.clients[0]?.program?.arguments).toEqual([
      'info',
      'two words',
    ]);
  });

  it('runs with the keys that save a page, which save none', async () => {
    const app = await anAppWithPrograms(0);
    show(app, <Inspector />);
    select(app, 'client:sender');
    const field = await screen.findByLabelText('Arguments');
    fireEvent.change(field, { target: { value: 'x' } });
    const isLeftToPage = fireEvent.keyDown(field, { key: 's', ctrlKey: true });
    expect(isLeftToPage).toBe(false);
    expect(app.document.getState().scenario.clients[0]?.program?.arguments).toEqual(['x']);
  });
});

describe('what a program has declared', () => {
  it('says so, and becomes part of the scenario when it is to be kept', async () => {
    const app = await anAppWithPrograms(450);
    show(app, <Inspector />);
    select(app, 'queue:letters');
    expect(screen.getByText(/Declared by a program while it runs/)).toBeTruthy();
    expect(screen.queryByLabelText('Name')).toBeNull();
    const { run } = app.playback.getState().history;
    expect(run.scenario.queues).toEqual([]);
    press('Keep it in the scenario');
    expect(app.document.getState().found.has('queue:letters')).toBe(false);
    expect(screen.getByLabelText('Name')).toBeTruthy();
  });

  it('is kept with both ends where it is a binding', async () => {
    const app = await anAppWithPrograms(480);
    show(app, <Inspector />);
    select(app, 'binding|exchange:logs|queue:letters');
    press('Keep it in the scenario');
    expect([...app.document.getState().found]).toEqual([]);
    expect(app.document.getState().scenario.bindings).toHaveLength(1);
  });

  it('cannot be deleted, and the page says why', async () => {
    const { removeKeys } = await import('#app');
    const app = await anAppWithPrograms(450);
    removeKeys(app, ['queue:letters']);
    expect(app.document.getState().canUndo).toBe(false);
    expect(app.view.getState().notices[0]?.text).toMatch(/Declared by a program/);
    removeKeys(app, ['publish|client:sender|exchange:logs', 'client:shop']);
    expect(app.view.getState().notices[1]?.text).toBe('That is in the text of sender.');
    const { scenario, found } = app.document.getState();
    expect(scenario.clients.map(({ name }) => name)).toEqual(['sender']);
    expect(found.has('queue:letters')).toBe(true);
  });
});

describe('the journal', () => {
  it('leads from what a program did to its line, and shows what it wrote as it was written', async () => {
    const app = await anAppWithPrograms(700);
    show(app, <Journal />);
    const search = screen.getByRole('searchbox');
    fireEvent.change(search, { target: { value: 'queue.declare' } });
    fireEvent.click(screen.getByRole('button', { name: /line 5 ?: queue.declare letters/ }));
    expect(shownPlaceOf(app).getState().asked).toMatchObject({ client: 'sender', line: 5 });
    expect(app.view.getState().selection).toEqual(['client:sender']);
    fireEvent.change(search, { target: { value: '' } });
    press('Console');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByText('sent <b>one</b>').dataset['level']).toBe('warn');
  });
});

describe('programs that came with a link', () => {
  const asking = async (): Promise<App> => {
    const app = await anAppWithPrograms(0);
    act(() => app.programs.setState({ status: 'asking' }));
    return app;
  };

  it('ask first, can be looked at, and run when they are let', async () => {
    const app = await asking();
    const allow = vi.fn<() => void>();
    app.programs.setState({ allow });
    show(app, <ProgramStrip />);
    expect(screen.getByText(/brings a program/)).toBeTruthy();
    press('Look at it');
    expect(app.view.getState().selection).toEqual(['client:sender']);
    expect(runThis(app, 'sender')).toMatch(/may not run yet/);
    expect(allow).not.toHaveBeenCalled();
    press('Run it');
    expect(allow).toHaveBeenCalledOnce();
    expect(app.playback.getState()).toMatchObject({ isPlaying: true, playheadMs: 0 });
  });

  it('can be tried again where what runs them did not come', async () => {
    const app = await asking();
    const retry = vi.fn<() => void>();
    app.programs.setState({ status: 'failed', retry });
    show(app, <ProgramStrip />);
    press('Try again');
    expect(retry).toHaveBeenCalledOnce();
  });
});
