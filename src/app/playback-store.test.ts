import { describe, expect, it } from 'vitest';
import { aRun } from '../testing/a-run.ts';
import { createApp } from './app.ts';

const anApp = () => createApp({ run: aRun() });

describe('playback', () => {
  it('loses no time in slow motion', () => {
    const { playback } = anApp();
    playback.getState().play();
    playback.getState().setSpeed(0.1);
    for (let frame = 0; frame < 1_000; frame++) playback.getState().tick(16);
    expect(playback.getState().playheadMs).toBeCloseTo(1_600);
  });

  it('stands still while it is paused', () => {
    const { playback } = anApp();
    playback.getState().tick(1_000);
    expect(playback.getState().playheadMs).toBe(0);
  });

  it('keeps to the slowest and the fastest speed', () => {
    const { playback } = anApp();
    playback.getState().setSpeed(1_000);
    expect(playback.getState().speed).toBe(100);
    playback.getState().setSpeed(0);
    expect(playback.getState().speed).toBe(0.1);
  });

  it('pauses with a step, and comes back to where it was by a step back', () => {
    const { playback } = anApp();
    playback.getState().seek(500);
    playback.getState().stepForward();
    const first = playback.getState().playheadMs;
    playback.getState().stepForward();
    expect(playback.getState().playheadMs).toBeGreaterThan(first);
    playback.getState().stepBack();
    expect(playback.getState().playheadMs).toBe(first);
    expect(playback.getState().isPlaying).toBe(false);
  });

  it('does not go before the start', () => {
    const { playback } = anApp();
    playback.getState().seek(-5);
    expect(playback.getState().playheadMs).toBe(0);
  });

  it('forgets, with something done in the past, what was done later', () => {
    const { playback } = anApp();
    playback.getState().seek(900);
    playback.getState().intervene({ type: 'broker.restart' }, 'Restart');
    playback.getState().seek(300);
    playback.getState().intervene({ type: 'queue.purge', vhost: '/', queue: 'eu' }, 'Purge eu');
    expect(playback.getState().history.run.interventions).toMatchObject([
      { at: 300, act: { type: 'queue.purge' } },
    ]);
  });
});
