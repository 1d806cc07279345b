/** Works in IndexedDB: one list under one key, so that two tabs cannot tear it apart. */
import { get, update } from 'idb-keyval';
import { worksWith } from './work-storage.ts';
import type { Work, WorkStorage } from './work-storage.ts';

const worksKey = 'warren:works';
const openKey = 'warren:open';

/** `tab` remembers which work is open: it outlives a reload, and is another in every tab. */
export function idbWorks(tab = storageOfTab()): WorkStorage {
  return {
    list: async () => sane(await get(worksKey)),
    put: (work) => update(worksKey, (works) => worksWith(sane(works), work)),
    remove: (id) => update(worksKey, (works) => sane(works).filter((work) => work.id !== id)),
    get openId() {
      try {
        return tab?.getItem(openKey) ?? null;
      } catch {
        return null;
      }
    },
    setOpenId: (id) => {
      try {
        tab?.setItem(openKey, id);
      } catch {
        // Without it a reload opens the latest work of any tab.
      }
    },
  };
}

type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Null where the browser forbids even to ask. */
function storageOfTab(): TabStorage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Storage is outside the program, and an older release may have written it. */
const sane = (works: unknown): readonly Work[] =>
  Array.isArray(works) ? works.filter(isWork) : [];

function isWork(work: unknown): work is Work {
  if (typeof work !== 'object' || work === null) return false;
  const { id, title, savedAt, isTouched, playheadMs, text } = work as Partial<Work>;
  return (
    typeof id === 'string' &&
    typeof title === 'string' &&
    typeof savedAt === 'number' &&
    typeof isTouched === 'boolean' &&
    typeof playheadMs === 'number' &&
    typeof text === 'string'
  );
}
