/**
 * Saves by itself: a moment after each change of the run, and at once when it is told to.
 *
 * A run is saved, never a state of it. A browser that refuses to store anything leaves the work
 * `unsaved`, which the screen says; nothing else stops working.
 */
import type { Run } from '#sim';
import type { DocumentStore } from '../document-store.ts';
import { createRunWriter } from '../files/run-writer.ts';
import type { RunWriter } from '../files/run-writer.ts';
import type { PlaybackStore } from '../playback-store.ts';
import type { Work, WorkStorage } from './work-storage.ts';

const quietMsBeforeSave = 500;

export interface AutosaveOptions {
  readonly storage: WorkStorage;
  readonly playback: PlaybackStore;
  readonly document: DocumentStore;
  readonly now?: () => number;
  readonly newId?: () => string;
}

export interface Autosave {
  /** Saves at once what is not saved yet. */
  flush(): Promise<void>;
  /** Saves the open run whether or not anything in it was changed. */
  save(): Promise<void>;
  stop(): void;
}

export function startAutosave(options: AutosaveOptions): Autosave {
  const { playback, document } = options;
  const writer = createRunWriter();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let saving: Promise<void> = Promise.resolve();

  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const save = (): Promise<void> => {
    cancel();
    saving = saveRun(options, writer);
    return saving;
  };
  const unsubscribe = playback.subscribe(({ history }, before) => {
    if (history.run === before.history.run || !document.getState().isTouched) return;
    document.getState().setSaved('saving');
    cancel();
    timer = setTimeout(() => void save(), quietMsBeforeSave);
  });
  return {
    flush: () => (timer === null ? saving : save()),
    save,
    stop: () => {
      unsubscribe();
      cancel();
    },
  };
}

async function saveRun(
  {
    storage,
    playback,
    document,
    now = () => Date.now(),
    newId = () => crypto.randomUUID(),
  }: AutosaveOptions,
  writer: RunWriter,
): Promise<void> {
  const { history, playheadMs } = playback.getState();
  const { isTouched, source, workId } = document.getState();
  const work: Omit<Work, 'text'> = {
    id: workId ?? newId(),
    title: history.run.scenario.title,
    savedAt: now(),
    isTouched: isTouched || source === 'work',
    playheadMs,
  };
  // Told before the wait, so that a second save does not take another id.
  document.getState().setSaved('saving', work.id);
  const isSaved = await put(storage, work, history.run, writer);
  const isStillOpen = document.getState().workId === work.id;
  const isLatest = playback.getState().history.run === history.run;
  if (isStillOpen && isLatest) document.getState().setSaved(isSaved ? 'saved' : 'unsaved');
}

async function put(
  storage: WorkStorage,
  work: Omit<Work, 'text'>,
  run: Run,
  writer: RunWriter,
): Promise<boolean> {
  try {
    // A page that goes away waits for nothing: whatever is there already is not waited for.
    const write = writer.now() ?? (await writer.soon());
    await storage.put({ ...work, text: write(run) });
    storage.setOpenId(work.id);
    return true;
  } catch {
    return false;
  }
}
