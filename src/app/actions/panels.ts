/** What is on the screen beside the canvas. */
import type { PanelSide } from '../view-store.ts';
import { always } from './action.ts';
import type { Action } from './action.ts';

const toggling = (id: string, label: string, side: PanelSide, tab: string): Action => ({
  id,
  label,
  group: 'View',
  keywords: 'panel show hide',
  isEnabled: always,
  perform: ({ view }) => view.getState().togglePanel(side, tab),
});

export const toggleLeft = toggling('toggle-left', 'Library and notes', 'left', 'add');
export const toggleBroker: Action = {
  ...toggling('toggle-broker', 'Broker: policies, users, alarms', 'left', 'broker'),
  keywords: 'panel show hide permissions operator limits firehose trace restart',
};
export const toggleRight = toggling('toggle-right', 'Inspector', 'right', 'inspector');

export const toggleJournal: Action = {
  ...toggling('toggle-journal', 'Event log', 'bottom', 'journal'),
  shortcut: 'J',
};
