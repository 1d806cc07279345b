import type { Action } from './action.ts';

export const toStart: Action = {
  id: 'to-start',
  label: 'To the start',
  group: 'Run',
  shortcut: 'Home',
  keywords: 'rewind beginning',
  isEnabled: ({ playback }) => playback.getState().playheadMs > 0,
  perform: ({ playback }) => playback.getState().toStart(),
};
