import type { Action } from './action.ts';

/** A run from the start with the document as it stands, and in which nothing was done yet. */
export const beginAgain: Action = {
  id: 'begin-again',
  label: 'Begin again with this',
  group: 'Scenario',
  keywords: 'restart reset run',
  isEnabled: ({ playback }) => playback.getState().history.run.interventions.length > 0,
  perform: ({ document, view }) => {
    document.getState().restartWithDocument();
    view.getState().announce('The run begins again with the scenario as it is now');
  },
};
