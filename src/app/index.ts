/** The app's state: what is open, what is running, what is selected. No React in here. */
export { createApp, emptyRun, emptyScenario } from './app.ts';
export type { App, AppOptions } from './app.ts';
export type {
  Document,
  DocumentSource,
  DocumentStore,
  EditOptions,
  OpenOptions,
  SavedState,
} from './document-store.ts';
export { speeds } from './playback-store.ts';
export type { Playback, PlaybackStore } from './playback-store.ts';
export type { Settings, SettingsStorage } from './settings.ts';
export { startTicker } from './ticker.ts';
export type {
  DialogName,
  Notice,
  NoticeAction,
  NoticeSpec,
  Panels,
  PanelSide,
  PanelState,
  Theme,
  View,
  ViewStore,
} from './view-store.ts';
export type { Work, WorkStorage } from './works/work-storage.ts';
export * from './questions/index.ts';
