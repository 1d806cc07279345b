/**
 * The works a visitor has made, kept in the browser between visits. The last few are kept, so that
 * opening something else never destroys what was there.
 */

/** One work, as it is kept. */
export interface Work {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** It was changed since it was opened; what was not is offered back to nobody. */
  readonly isTouched: boolean;
  /** Where the playhead was. */
  readonly playheadMs: number;
  /** The run as a file; see files/write-run-file.ts. */
  readonly text: string;
}

/** So many are kept; the oldest goes first. */
export const worksMax = 8;

/** Each call may fail, as where a browser forbids storage. */
export interface WorkStorage {
  /** The latest first. */
  list(): Promise<readonly Work[]>;
  /** Takes the place of the one with the same id. */
  put(work: Work): Promise<void>;
  remove(id: string): Promise<void>;
  /** Which work is open in this tab, across reloads; null if none is known. */
  readonly openId: string | null;
  setOpenId(id: string): void;
}

/** The list with `work` first and at most so many others. */
export const worksWith = (works: readonly Work[], work: Work): readonly Work[] =>
  [work, ...works.filter(({ id }) => id !== work.id)].slice(0, worksMax);
