/**
 * What is open and what is kept. Everything that opens a run goes through here, because what was
 * open before must never be lost by it: it stays in the browser and is offered back.
 */
import type { Run } from '#sim';
import type { DocumentSource, DocumentStore } from '../document-store.ts';
import type { PlaybackStore } from '../playback-store.ts';
import type { ViewStore } from '../view-store.ts';
import { startAutosave } from './autosave.ts';
import type { AutosaveOptions } from './autosave.ts';
import type { Work, WorkStorage } from './work-storage.ts';

export interface OpenRunOptions {
  readonly source: DocumentSource;
  /** Where the playhead goes; the start where left out. */
  readonly playheadMs?: number;
  /** It plays at once; where left out, it does. */
  readonly plays?: boolean;
}

export interface Works {
  /** Opens a run. What was open and had been worked on is kept, and a notice offers it back. */
  readonly open: (run: Run, options: OpenRunOptions) => void;
  /** Opens one that was kept, where it was left. Gives false where there is none of that id. */
  readonly reopen: (id: string) => Promise<boolean>;
  /** Those that are not open now, the latest first; none where the browser keeps nothing. */
  readonly kept: () => Promise<readonly Work[]>;
  readonly forget: (id: string) => Promise<void>;
  /** Saves at once what is not saved yet. */
  readonly flush: () => Promise<void>;
  readonly stop: () => void;
}

/** Longer runs begin at their start: nobody waits for hours of simulation at page load. */
const restoredPlayheadMsMax = 600_000;

export interface WorksOptions extends Omit<AutosaveOptions, 'storage'> {
  readonly storage: WorkStorage | null;
  readonly playback: PlaybackStore;
  readonly document: DocumentStore;
  readonly view: ViewStore;
}

export function createWorks({ storage, view, ...options }: WorksOptions): Works {
  const { playback, document } = options;
  const autosave = storage === null ? null : startAutosave({ ...options, storage });

  /** Sees to what is open before something else takes its place; gives what the notice offers. */
  const leave = (): Work['title'] | null => {
    const { isTouched, source, workId } = document.getState();
    if (autosave === null || storage === null) return null;
    if (isTouched || source === 'work') {
      void autosave.flush();
      return document.getState().scenario.title;
    }
    if (workId !== null) void storage.remove(workId).catch(() => {});
    return null;
  };
  const show = (run: Run, { source, playheadMs = 0, plays = true }: OpenRunOptions): void => {
    document.getState().open(run, { source });
    view.getState().select([]);
    view.getState().follow(null);
    if (playheadMs > 0 && playheadMs <= restoredPlayheadMsMax) playback.getState().seek(playheadMs);
    if (plays) playback.getState().play();
  };
  const works: Works = {
    open: (run, openOptions) => {
      const leftTitle = leave();
      const leftId = document.getState().workId;
      show(run, openOptions);
      void autosave?.save();
      if (leftTitle === null || leftId === null) return;
      view.getState().notify({
        text: `Your work “${leftTitle}” is kept.`,
        action: { label: 'Reopen it', perform: () => void works.reopen(leftId) },
        lastsMs: 15_000,
      });
    },
    reopen: async (id) => {
      const work = (await listOf(storage)).find((one) => one.id === id);
      if (work === undefined) return false;
      const { readRunFile } = await import('../files/read-run-file.ts');
      const reading = await readRunFile(work.text);
      if (!reading.ok) return false;
      if (document.getState().workId !== id) leave();
      const { isTouched, playheadMs } = work;
      show(reading.run, {
        source: isTouched ? 'work' : 'library',
        playheadMs: isTouched ? playheadMs : 0,
        plays: !isTouched,
      });
      document.getState().setSaved('saved', id);
      storage?.setOpenId(id);
      return true;
    },
    kept: async () => {
      const { workId } = document.getState();
      return (await listOf(storage)).filter(({ id, isTouched }) => isTouched && id !== workId);
    },
    forget: async (id) => storage?.remove(id),
    flush: async () => autosave?.flush(),
    stop: () => autosave?.stop(),
  };
  return works;
}

async function listOf(storage: WorkStorage | null): Promise<readonly Work[]> {
  try {
    return (await storage?.list()) ?? [];
  } catch {
    return [];
  }
}
