import type { App } from '../app.ts';
import { speeds } from '../playback-store.ts';
import { speedText } from '../words/number-text.ts';
import type { Action } from './action.ts';

const slowest = speeds[0];
const fastest = speeds.at(-1) ?? slowest;

function setSpeed({ playback, view }: App, speed: number | undefined): void {
  if (speed === undefined) return;
  playback.getState().setSpeed(speed);
  view.getState().announce(`Speed ${speedText(speed)}`);
}

export const slower: Action = {
  id: 'slower',
  label: 'Slower',
  group: 'Run',
  shortcut: '[',
  keywords: 'speed',
  isEnabled: ({ playback }) => playback.getState().speed > slowest,
  perform: (app) => {
    const { speed } = app.playback.getState();
    setSpeed(
      app,
      speeds.findLast((candidate) => candidate < speed),
    );
  },
};

export const faster: Action = {
  id: 'faster',
  label: 'Faster',
  group: 'Run',
  shortcut: ']',
  keywords: 'speed',
  isEnabled: ({ playback }) => playback.getState().speed < fastest,
  perform: (app) => {
    const { speed } = app.playback.getState();
    setSpeed(
      app,
      speeds.find((candidate) => candidate > speed),
    );
  },
};
