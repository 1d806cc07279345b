/**
 * The playhead for a screen reader: in whole milliseconds while the run stands, once a second while
 * it plays.
 */
import { useSyncExternalStore } from 'react';
import { useApp } from '../app-context.tsx';

export function useCoarsePlayhead(): number {
  const { playback } = useApp();
  const read = (): number => {
    const { isPlaying, playheadMs } = playback.getState();
    return isPlaying ? Math.floor(playheadMs / 1_000) * 1_000 : Math.floor(playheadMs);
  };
  return useSyncExternalStore(playback.subscribe, read, read);
}
