import type { App } from '../app.ts';
import { always } from './action.ts';
import type { Action } from './action.ts';

const seekBy = ({ playback }: App, ms: number): void =>
  playback.getState().seek(playback.getState().playheadMs + ms);

export const secondForward: Action = {
  id: 'second-forward',
  label: 'A second forward',
  group: 'Run',
  shortcut: 'Shift+ArrowRight',
  isEnabled: always,
  perform: (app) => seekBy(app, 1_000),
};

export const secondBack: Action = {
  id: 'second-back',
  label: 'A second back',
  group: 'Run',
  shortcut: 'Shift+ArrowLeft',
  isEnabled: ({ playback }) => playback.getState().playheadMs > 0,
  perform: (app) => seekBy(app, -1_000),
};
