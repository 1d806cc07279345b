import { copyShareLink } from '../links/share-link.ts';
import { always } from './action.ts';
import type { Action } from './action.ts';

export const copyLink: Action = {
  id: 'copy-link',
  label: 'Copy a link',
  group: 'Scenario',
  shortcut: 'Mod+Shift+C',
  keywords: 'share url',
  isEnabled: always,
  perform: (app) => void copyShareLink(app),
};

export const share: Action = {
  id: 'share',
  label: 'Share: link and file',
  group: 'Scenario',
  keywords: 'link url send',
  isEnabled: always,
  perform: ({ view }) => view.getState().openDialog('share'),
};
