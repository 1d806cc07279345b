/** The app's state and everything a user can do with it: no React in here. */
export { parseScenario, scenarioJsonSchema, writeScenario } from '#scenario';
export { busynessIn, marksIn } from '#sim';
export type { Action, ActionGroup } from './actions/action.ts';
export { addedKinds, addThing } from './actions/add-thing.ts';
export type { AddedKind, AddOptions } from './actions/add-thing.ts';
export { closeCode } from './actions/code-panel.ts';
export { actionOf, actions } from './actions/index.ts';
export { nodeKeysOf } from './actions/keys-of.ts';
export { removeKeys } from './actions/remove-selection.ts';
export { caseAreas, caseCount, casesFound } from './cases/case-list.ts';
export type { CaseArea, CaseEntry } from './cases/case-list.ts';
export { caseOf, stepIndexAt } from './cases/case-story.ts';
export type { AnswerLine, CaseStep, CaseStory } from './cases/case-story.ts';
export { copyCaseLink } from './cases/copy-case-link.ts';
export { openCaseVersion } from './cases/open-case.ts';
export { createApp } from './app.ts';
export type { App, AppOptions } from './app.ts';
export type {
  Document,
  DocumentSource,
  DocumentStore,
  EditOptions,
  OpenOptions,
  SavedState,
} from './document-store.ts';
export { applyText, standingOf } from './document-text.ts';
export type { ScenarioProblem, TextStanding } from './document-text.ts';
export { emptyRun, emptyScenario } from './empty-run.ts';
export { downloadRun } from './files/download-run.ts';
export { openFile, pickFile } from './files/open-file.ts';
export { ariaShortcut, runsOnMac, shortcutText } from './keys/shortcut.ts';
export { libraryEntries, openLibraryScenario } from './links/library.ts';
export type { LibraryItem } from './links/library.ts';
export { openFragment } from './links/open-fragment.ts';
export type { FragmentOutcome } from './links/open-fragment.ts';
export {
  copyShareLink,
  linkLengthSafe,
  loadShareCodec,
  shareLinkOf,
  writeToClipboard,
} from './links/share-link.ts';
export type { ShareLink } from './links/share-link.ts';
export { sketchOf } from './links/sketch.ts';
export type { Sketch, SketchLine, SketchNode } from './links/sketch.ts';
export { speeds } from './playback-store.ts';
export type { Playback, PlaybackStore } from './playback-store.ts';
export { keepFound, whyNotKeep } from './programs/keep-found.ts';
export { programTypes } from './programs/program-types.ts';
export type { TypeFile } from './programs/program-types.ts';
export type { ProgramsAtWork, ProgramsStatus } from './programs/programs-store.ts';
export { profileNames } from './profile-names.ts';
// The questions' own table lists them; each new one would otherwise be written down twice.
export * from './questions/index.ts';
export { runOf } from './run-of.ts';
export { browserSettings } from './settings.ts';
export type { Settings, SettingsStorage } from './settings.ts';
export { startApp } from './start-app.ts';
export type { StartOptions } from './start-app.ts';
export { startPage } from './start-page.ts';
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
export { clockText, spokenTime } from './words/clock-text.ts';
export { countedText, countText, speedText } from './words/number-text.ts';
export { idbWorks } from './works/idb-works.ts';
export type { Work, WorkStorage } from './works/work-storage.ts';
export type { Works } from './works/works.ts';
