/**
 * What each recorded case is called, without the recordings: some 24 kB instead of 3 MB. The build
 * takes it out of the files of the cases (scripts/case-titles.mjs), so it is never out of date.
 */
import type { RecordedVersion } from './conformance-case.ts';

export interface CaseTitle {
  /** `area/name`. */
  readonly id: string;
  readonly title: string;
  readonly versions: readonly RecordedVersion[];
}

/** Those of one area stand together, in the order of their file. */
export const titlesRecorded = (): readonly CaseTitle[] =>
  Object.values(
    import.meta.glob<readonly CaseTitle[]>('./cases/*.json', {
      eager: true,
      query: '?titles',
      import: 'default',
    }),
  ).flat();
