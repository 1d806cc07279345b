/**
 * Lets the borders of slots thin out as the playhead comes nearer to the expiry of their messages.
 * It writes a CSS property and renders nothing; while the playhead stands still it does nothing.
 */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { usePlayhead } from '../../app-context.tsx';

/** A border is at most a few pixels wide: finer steps could not be seen. */
const stepsOfLife = 50;

export function useTimeToLive(track: RefObject<HTMLElement | null>, isNeeded: boolean): void {
  const playhead = usePlayhead();
  // After each render too: slots that have come since must show how much of their time is left.
  useEffect(() => {
    if (isNeeded && track.current !== null) showLife(track.current, playhead.get());
  });
  useEffect(() => {
    if (!isNeeded) return undefined;
    return playhead.subscribe(() => {
      if (track.current !== null) showLife(track.current, playhead.get());
    });
  }, [isNeeded, playhead, track]);
}

function showLife(track: HTMLElement, nowMs: number): void {
  for (const slot of track.querySelectorAll<HTMLElement>('[data-expires]')) {
    const from = Number(slot.dataset['enqueued']);
    const until = Number(slot.dataset['expires']);
    const life = until <= from ? 0 : Math.max(0, Math.min(1, (until - nowMs) / (until - from)));
    const shown = String(Math.ceil(life * stepsOfLife) / stepsOfLife);
    if (slot.style.getPropertyValue('--life') !== shown) slot.style.setProperty('--life', shown);
  }
}
