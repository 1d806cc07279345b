import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '#app';
import { anAppWithPrograms } from '../../../testing/an-app-with-programs.ts';
import { AppProvider } from '../../app-context.tsx';
import { Canvas } from '../Canvas.tsx';

afterEach(cleanup);

async function onCanvas(ms: number): Promise<App> {
  const app = await anAppWithPrograms(ms);
  render(
    <AppProvider app={app}>
      <Canvas />
    </AppProvider>,
  );
  await waitFor(() =>
    expect(screen.getByRole('region', { name: 'Graph' }).dataset['tools']).toBe('true'),
  );
  await screen.findByRole('group', { name: /^Program sender/ });
  return app;
}

const names = (): readonly string[] =>
  screen
    .getAllByRole('group')
    .map((node) => node.getAttribute('aria-label') ?? '')
    .filter((name) => /^(Program|Queue|Exchange)/.test(name));
const seek = (app: App, ms: number): void => act(() => app.playback.getState().seek(ms));

describe('a program on the canvas', () => {
  it('tells how it stands and the line that it is at, with the playhead', async () => {
    const app = await onCanvas(0);
    expect(names()).toEqual(['Program sender, running']);
    seek(app, 550);
    expect(names()).toContain('Program sender, running, line 8');
    seek(app, 700);
    expect(names()).toContain(
      'Program sender, failed, TypeError: channel.nothing is not a function',
    );
    seek(app, 350);
    expect(names()).toContain('Program sender, running, line 5');
  });

  it('shows what it has declared as such, and where that stood before', async () => {
    const app = await onCanvas(550);
    const placeOf = (): string | undefined =>
      document.querySelector<HTMLElement>('[data-id="queue:letters"]')?.style.transform;
    expect(names()).toContain('Queue letters, 1 ready, 0 unacknowledged, declared by a program');
    const place = placeOf();
    seek(app, 100);
    expect(names().join()).not.toContain('letters');
    seek(app, 550);
    expect(placeOf()).toBe(place);
  });

  it('says aloud that it has failed while the run goes on', async () => {
    const app = await onCanvas(550);
    act(() => app.playback.getState().play());
    seek(app, 700);
    expect(app.view.getState().announcement.text).toBe(
      'sender, line 9 failed: TypeError: channel.nothing is not a function',
    );
  });

  it('has no name to edit on what it has declared, and says why', async () => {
    const app = await onCanvas(550);
    const queue = screen.getByRole('group', { name: /^Queue letters/ });
    act(() => queue.focus());
    fireEvent.keyDown(queue, { key: 'F2' });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(app.view.getState().notices[0]?.text).toMatch(/Declared by a program/);
  });
});
