import { always } from './action.ts';
import type { Action } from './action.ts';

export const playPause: Action = {
  id: 'play-pause',
  label: 'Play or pause',
  labelNow: ({ playback }) => (playback.getState().isPlaying ? 'Pause' : 'Play'),
  group: 'Run',
  shortcut: 'Space',
  isEnabled: always,
  perform: ({ playback }) => playback.getState().toggle(),
};
