import { tellStep } from './tell-step.ts';
import { always } from './action.ts';
import type { Action } from './action.ts';

/** To the next instant at which something happens; a live region says what it was. */
export const stepForward: Action = {
  id: 'step-forward',
  label: 'Step',
  group: 'Run',
  shortcut: 'ArrowRight',
  keywords: 'next forward',
  isEnabled: always,
  perform: (app) => {
    app.playback.getState().stepForward();
    void tellStep(app);
  },
};
