import { downloadRun } from '../files/download-run.ts';
import { pickFile } from '../files/open-file.ts';
import { always } from './action.ts';
import type { Action } from './action.ts';

export const exportFile: Action = {
  id: 'export-file',
  label: 'Export as a file',
  group: 'Scenario',
  shortcut: 'Mod+S',
  worksWhileTyping: true,
  keywords: 'download save json',
  isEnabled: always,
  perform: (app) => void downloadRun(app),
};

export const importFile: Action = {
  id: 'import-file',
  label: 'Import a file',
  group: 'Scenario',
  shortcut: 'Mod+O',
  keywords: 'open load upload json',
  isEnabled: always,
  perform: (app) => pickFile(app),
};
