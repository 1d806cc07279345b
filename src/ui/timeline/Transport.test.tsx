import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '#app';
import type { App } from '#app';
import { aRun } from '../../testing/a-run.ts';
import { AppProvider } from '../app-context.tsx';
import { Timeline } from './Timeline.tsx';

afterEach(cleanup);

function show(app: App = createApp({ run: aRun() })): { readonly app: App; renders: () => number } {
  const onRender = vi.fn();
  render(
    <AppProvider app={app}>
      <Profiler id="timeline" onRender={onRender}>
        <Timeline isNarrow={false} />
      </Profiler>
    </AppProvider>,
  );
  return { app, renders: () => onRender.mock.calls.length };
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const playhead = (): HTMLElement => screen.getByRole('slider', { name: 'Playhead' });

describe('the transport', () => {
  it('plays and pauses, and says which of the two it would do', () => {
    const { app } = show();
    fireEvent.click(button('Play'));
    expect(app.playback.getState().isPlaying).toBe(true);
    fireEvent.click(button('Pause'));
    expect(app.playback.getState().isPlaying).toBe(false);
  });

  it('steps forward and back, and to the start', () => {
    const { app } = show();
    expect(button('Step back')).toHaveProperty('disabled', true);
    fireEvent.click(button('Step'));
    fireEvent.click(button('Step'));
    const { playheadMs } = app.playback.getState();
    fireEvent.click(button('Step back'));
    expect(app.playback.getState().playheadMs).toBeLessThan(playheadMs);
    fireEvent.click(button('To the start'));
    expect(app.playback.getState().playheadMs).toBe(0);
  });

  it('changes the speed by its list and by the buttons beside it', () => {
    const { app } = show();
    fireEvent.change(screen.getByRole('combobox', { name: 'Speed' }), { target: { value: '100' } });
    expect(app.playback.getState().speed).toBe(100);
    expect(button('Faster')).toHaveProperty('disabled', true);
    fireEvent.click(button('Slower'));
    expect(app.playback.getState().speed).toBe(50);
  });

  it('shows the virtual time', () => {
    const { app } = show();
    act(() => app.playback.getState().seek(83_456.7));
    expect(screen.getByRole('timer').textContent).toContain('01:23.456');
  });

  it('offers to begin again once the topology was changed on the way', () => {
    const { app } = show();
    expect(screen.queryByRole('button', { name: /Begin again/ })).toBeNull();
    act(() => {
      app.playback.getState().seek(900);
      app.document.getState().edit('Delete', (scenario) => ({ ...scenario, bindings: [] }));
    });
    fireEvent.click(button(/Begin again/));
    expect(app.playback.getState()).toMatchObject({
      playheadMs: 0,
      history: { run: { interventions: [], scenario: { bindings: [] } } },
    });
  });
});

describe('the track', () => {
  it.each`
    key             | from     | to
    ${'ArrowRight'} | ${2_000} | ${3_000}
    ${'ArrowLeft'}  | ${2_000} | ${1_000}
    ${'ArrowLeft'}  | ${400}   | ${0}
    ${'Home'}       | ${2_000} | ${0}
    ${'PageUp'}     | ${2_000} | ${12_000}
  `('$key goes from $from to $to', ({ key, from, to }) => {
    const { app } = show();
    act(() => app.playback.getState().seek(from));
    fireEvent.keyDown(playhead(), { key });
    expect(playhead().getAttribute('aria-valuenow')).toBe(String(to));
  });

  it('goes to the end of what was played with the End key', () => {
    const { app } = show();
    act(() => app.playback.getState().seek(5_000));
    act(() => app.playback.getState().seek(1_000));
    fireEvent.keyDown(playhead(), { key: 'End' });
    expect(app.playback.getState().playheadMs).toBe(5_000);
  });

  it('is dragged, stands still meanwhile, and plays on when let go', () => {
    const { app } = show();
    const track = playhead();
    track.getBoundingClientRect = () => new DOMRect(100, 0, 1_000, 40);
    track.setPointerCapture = () => {};
    act(() => app.playback.getState().play());
    fireEvent.pointerDown(track, { clientX: 200, button: 0, pointerId: 1 });
    expect(app.playback.getState().isPlaying).toBe(false);
    fireEvent.pointerMove(track, { clientX: 600, pointerId: 1 });
    expect(app.playback.getState().playheadMs).toBe(7_500);
    fireEvent.pointerUp(track, { pointerId: 1 });
    expect(app.playback.getState().isPlaying).toBe(true);
  });

  it('renders some times a second while the run plays, not with every frame', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { app, renders } = show();
    act(() => app.playback.getState().play());
    const before = renders();
    for (let frame = 0; frame < 120; frame++) {
      vi.advanceTimersByTime(16);
      act(() => app.playback.getState().tick(16));
    }
    expect(renders() - before).toBeLessThan(20);
    vi.useRealTimers();
  });
});
