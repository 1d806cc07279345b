/** Puts the stores together: one app for each page, or for each test. */
import type { LaunchProgram } from '#sandbox';
import type { Run } from '#sim';
import { createDocumentStore } from './document-store.ts';
import type { DocumentSource, DocumentStore } from './document-store.ts';
import { emptyRun } from './empty-run.ts';
import { createPlaybackStore } from './playback-store.ts';
import type { PlaybackStore } from './playback-store.ts';
import { attendPrograms } from './programs/attend-programs.ts';
import { createProgramsStore } from './programs/programs-store.ts';
import type { ProgramsStore } from './programs/programs-store.ts';
import type { SettingsStorage } from './settings.ts';
import { createUndoStore } from './undo-store.ts';
import { createViewStore } from './view-store.ts';
import type { ViewStore } from './view-store.ts';
import type { WorkStorage } from './works/work-storage.ts';
import { createWorks } from './works/works.ts';
import type { Works } from './works/works.ts';

export interface App {
  readonly playback: PlaybackStore;
  readonly document: DocumentStore;
  readonly view: ViewStore;
  readonly programs: ProgramsStore;
  /** What is kept between visits; opening a run goes through it. */
  readonly works: Works;
}

export interface AppOptions {
  /** What is open at first; an empty scenario where left out. */
  readonly run?: Run;
  readonly source?: DocumentSource;
  /** Where works are kept; null, or left out, to keep nothing. */
  readonly storage?: WorkStorage | null;
  readonly settings?: SettingsStorage | null;
  /** How programs are run; in a worker where left out. */
  readonly launch?: LaunchProgram;
}

export function createApp({
  run = emptyRun,
  source = 'new',
  storage = null,
  settings = null,
  launch,
}: AppOptions = {}): App {
  const undo = createUndoStore();
  const playback = createPlaybackStore(run, undo);
  const document = createDocumentStore(playback, undo, source);
  const view = createViewStore(settings);
  const works = createWorks({ storage, playback, document, view });
  const app = { playback, document, view, works, programs: createProgramsStore() };
  attendPrograms(app, settings, launch);
  return app;
}
