import type { Theme } from '../view-store.ts';
import type { Action } from './action.ts';

const choosing = (theme: Theme, label: string): Action => ({
  id: `theme-${theme}`,
  label,
  group: 'View',
  keywords: 'appearance colours mode',
  isEnabled: ({ view }) => view.getState().theme !== theme,
  perform: ({ view }) => view.getState().setTheme(theme),
});

export const darkTheme = choosing('dark', 'Dark theme');
export const lightTheme = choosing('light', 'Light theme');
export const systemTheme = choosing('system', 'Theme of the system');
