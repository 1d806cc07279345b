import { emptyRun } from '../empty-run.ts';
import { always } from './action.ts';
import type { Action } from './action.ts';

export const newScenario: Action = {
  id: 'new-scenario',
  label: 'New scenario',
  group: 'Scenario',
  keywords: 'empty blank',
  isEnabled: always,
  perform: ({ works, view }) => {
    works.open(emptyRun, { source: 'new', plays: false });
    view.getState().announce('An empty scenario is open');
  },
};
