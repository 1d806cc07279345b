/** Works in memory, for tests. */
import { worksWith } from '../app/works/work-storage.ts';
import type { Work, WorkStorage } from '../app/works/work-storage.ts';

export interface MemoryWorks extends WorkStorage {
  /** What a browser would do that forbids storage. */
  refuse(): void;
}

export function memoryWorks(works: readonly Work[] = []): MemoryWorks {
  let kept = works;
  let openId: string | null = null;
  let isRefusing = false;
  const refusing = (): void => {
    if (isRefusing) throw new Error('Storage is forbidden.');
  };
  return {
    list: async () => {
      refusing();
      return kept;
    },
    put: async (work) => {
      refusing();
      kept = worksWith(kept, work);
    },
    remove: async (id) => {
      refusing();
      kept = kept.filter((work) => work.id !== id);
    },
    get openId() {
      return openId;
    },
    setOpenId: (id) => {
      openId = id;
    },
    refuse: () => {
      isRefusing = true;
    },
  };
}
