/**
 * The document: the scenario as it stands at the playhead, and every change to it.
 *
 * The store keeps no scenario of its own. How the run began, and what was edited on the way, is in
 * the run; the document follows from it, so the canvas, the forms and the text can never disagree.
 */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Scenario, ScenarioBody } from '#scenario';
import type { Found, Run } from '#sim';
import type { Playback, PlaybackStore } from './playback-store.ts';
import { foundKeys, withFound, withoutFound } from './programs/document-with-found.ts';
import { bodyAt, bodyOf, runOf, runWithEdit } from './run-of.ts';
import { shareStructure } from './share-structure.ts';
import type { Undo, UndoStore } from './undo-store.ts';

export type SavedState = 'saved' | 'saving' | 'unsaved';

/** Where a run came from. What came from outside counts as work to keep, touched or not. */
export type DocumentSource = 'opening' | 'library' | 'link' | 'file' | 'work' | 'new';

export interface EditOptions {
  /** Edits in a row with the same key, at one instant, are one step of undo and one intervention. */
  readonly mergeKey?: string;
  /** Of what programs have declared, the keys of what becomes part of the document. */
  readonly keeps?: ReadonlySet<string>;
}

export interface OpenOptions {
  readonly source: DocumentSource;
}

export interface Document {
  /** As it stands at the playhead. The same object for as long as it reads the same. */
  readonly scenario: Scenario;
  /** What of it programs have declared, by keys: it is shown, and no part of the document. */
  readonly found: ReadonlySet<string>;
  /** The scenario without that: what is written as text, copied, shared and begun again. */
  readonly told: Scenario;
  readonly saved: SavedState;
  readonly source: DocumentSource;
  /** Null until it is saved for the first time. */
  readonly workId: string | null;
  /** It was changed since it was opened. */
  readonly isTouched: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;

  /**
   * Changes the document. At the start of the run that changes how it begins; later it is something
   * done during the run. Title, notes and positions never touch what happens.
   */
  readonly edit: (
    label: string,
    change: (scenario: Scenario) => Scenario,
    options?: EditOptions,
  ) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly rename: (title: string) => void;
  /** Begins another run, paused at its start. Whoever calls it sees to it that the old one is kept. */
  readonly open: (run: Run, options: OpenOptions) => void;
  /** A run that begins with the document as it stands now, and in which nothing was done yet. */
  readonly restartWithDocument: () => void;
  readonly setSaved: (saved: SavedState, workId?: string) => void;
}

export type DocumentStore = StoreApi<Document>;

export function createDocumentStore(
  playback: PlaybackStore,
  undo: UndoStore,
  source: DocumentSource,
): DocumentStore {
  const documentAt = createDocumentReader();
  const store = createStore<Document>()((set, get) => ({
    ...documentAt(playback.getState()),
    saved: 'saved',
    source,
    workId: null,
    isTouched: false,
    canUndo: false,
    canRedo: false,
    undoLabel: null,
    redoLabel: null,

    edit: (label, change, { mergeKey, keeps } = {}) => {
      const { run, present } = playback.getState().history;
      const before = get().scenario;
      const shown = shareStructure(before, withScripts(run, before, change(before)));
      const scenario = withoutShown(get(), playback.getState(), shown, keeps);
      if (scenario === get().told) return;
      // What a script has made of the document by now only this run knows, so nothing grows there.
      const isScripted = run.script !== undefined;
      const key = mergeKey === undefined || isScripted ? null : `${mergeKey} at ${present.now}`;
      const last = undo.getState().past.at(-1);
      // An edit that grows is made again from the run as it was before it.
      const base = key !== null && last?.mergeKey === key ? last.run : run;
      undo.getState().remember(label, run, key);
      const standing = isScripted ? present.body : undefined;
      playback.getState().swap(runWithEdit(base, present.now, scenario, standing));
    },
    undo: () => {
      const entry = undo.getState().takeBack(playback.getState().history.run);
      if (entry !== null) playback.getState().swap(entry.run);
    },
    redo: () => {
      const entry = undo.getState().takeAgain(playback.getState().history.run);
      if (entry !== null) playback.getState().swap(entry.run);
    },
    rename: (title) => get().edit('Rename scenario', (scenario) => ({ ...scenario, title })),
    open: (run, options) => {
      undo.getState().clear();
      set({ source: options.source, workId: null, isTouched: false, saved: 'saved' });
      playback.getState().open(run);
    },
    restartWithDocument: () => {
      const { isPlaying, history: before, ...verbs } = playback.getState();
      undo.getState().remember('Begin again', before.run);
      verbs.open(runOf(get().told));
      if (isPlaying) verbs.play();
    },
    setSaved: (saved, workId) => set(workId === undefined ? { saved } : { saved, workId }),
  }));
  playback.subscribe((state) => {
    const document = documentAt(state);
    if (document.scenario !== store.getState().scenario) store.setState(document);
  });
  undo.subscribe((state) => store.setState(undoPart(state, store.getState())));
  return store;
}

/** An edited document without what programs have declared, but for what it keeps of that. */
function withoutShown(
  { told }: Document,
  { history: { present } }: Playback,
  edited: Scenario,
  keeps?: ReadonlySet<string>,
): Scenario {
  if (present.programs === null) return edited;
  return shareStructure(told, withoutFound(edited, told, present.programs.found, keeps));
}

/** A script's clients are what the script makes of them, and nothing else. */
function withScripts({ script }: Run, before: Scenario, after: Scenario): Scenario {
  if (script === undefined) return after;
  const clients = [
    ...before.clients.filter(({ name }) => script.owns(name)),
    ...after.clients.filter(({ name }) => !script.owns(name)),
  ];
  return { ...after, clients };
}

/** What the document tells of its undo list. */
function undoPart({ past, future }: Undo, { isTouched }: Document): Partial<Document> {
  const undoLabel = past.at(-1)?.label ?? null;
  const redoLabel = future.at(-1)?.label ?? null;
  return {
    canUndo: undoLabel !== null,
    canRedo: redoLabel !== null,
    undoLabel,
    redoLabel,
    isTouched: isTouched || past.length > 0,
  };
}

type Reading = Pick<Document, 'scenario' | 'found' | 'told'>;

/** Reads the document at the playhead; gives the same object while it reads the same. */
function createDocumentReader(): (playback: Playback) => Reading {
  let last: {
    start: Scenario;
    body: ScenarioBody;
    found: Found | undefined;
    reading: Reading;
  } | null = null;
  return ({ history: { run, present } }) => {
    const start = run.scenario;
    const body = run.script === undefined ? bodyAt(run, present.now) : present.body;
    const found = present.programs?.found;
    if (last?.start !== start || last.body !== body || last.found !== found) {
      const told = withBody(start, body);
      const scenario = found === undefined ? told : withBody(told, withFound(body, found));
      last = { start, body, found, reading: { scenario, told, found: foundKeys(found) } };
    }
    return last.reading;
  };
}

const withBody = (scenario: Scenario, body: ScenarioBody): Scenario =>
  body === scenario ? scenario : { ...scenario, ...bodyOf(body) };
