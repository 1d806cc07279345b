/** What there is of recorded cases, for whoever looks for one. Loaded when the gallery lists them. */
import { titlesRecorded } from '#conformance';
import type { CaseTitle } from '#conformance';
import { caseFragment, caseTitle } from './case-name.ts';

export interface CaseEntry {
  readonly id: string;
  /** Within its area. */
  readonly name: string;
  readonly title: string;
  readonly fragment: string;
  /** In lower case. */
  readonly searchText: string;
}

export interface CaseArea {
  readonly area: string;
  readonly entries: readonly CaseEntry[];
}

export const caseCount = (areas: readonly CaseArea[]): number =>
  areas.reduce((count, { entries }) => count + entries.length, 0);

/** By area, in the order of the alphabet. */
export function caseAreas(): readonly CaseArea[] {
  const areas = new Map<string, CaseEntry[]>();
  for (const title of titlesRecorded()) {
    const entry = entryOf(title);
    const area = entry.id.slice(0, entry.id.indexOf('/'));
    const entries = areas.get(area) ?? [];
    areas.set(area, entries);
    entries.push(entry);
  }
  return [...areas].map(([area, entries]) => ({ area, entries }));
}

function entryOf({ id, title }: CaseTitle): CaseEntry {
  return {
    id,
    name: id.slice(id.indexOf('/') + 1),
    title: caseTitle(title),
    fragment: caseFragment(id),
    searchText: `${id} ${title}`.toLowerCase(),
  };
}

/** Those in which every word of the text occurs; areas without any are left out. */
export function casesFound(areas: readonly CaseArea[], text: string): readonly CaseArea[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return areas;
  return areas
    .map(({ area, entries }) => ({
      area,
      entries: entries.filter(({ searchText }) => words.every((word) => searchText.includes(word))),
    }))
    .filter(({ entries }) => entries.length > 0);
}
