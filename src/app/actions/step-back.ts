import { tellStep } from './tell-step.ts';
import type { Action } from './action.ts';

export const stepBack: Action = {
  id: 'step-back',
  label: 'Step back',
  group: 'Run',
  shortcut: 'ArrowLeft',
  keywords: 'previous before rewind',
  isEnabled: ({ playback }) => playback.getState().playheadMs > 0,
  perform: (app) => {
    app.playback.getState().stepBack();
    void tellStep(app);
  },
};
