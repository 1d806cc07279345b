import { describe, expect, it } from 'vitest';
import type { ConformanceFile } from '#conformance';
import { caseAreas, caseCount, casesFound } from './case-list.ts';
import { readCaseFragment } from './case-name.ts';

const files = Object.values(
  import.meta.glob<ConformanceFile>('../../conformance/cases/*.json', {
    eager: true,
    import: 'default',
  }),
);

describe('the list of recorded cases', () => {
  const areas = caseAreas();

  it('has every case with its title, by area, and an address that names it', () => {
    for (const { area, cases } of files) {
      const listed = areas.find((one) => one.area === area)?.entries ?? [];
      expect(listed.map(({ id, title }) => [id, title.toLowerCase()])).toEqual(
        cases.map(({ id, title }) => [id, title.toLowerCase()]),
      );
      for (const { id, fragment } of listed) expect(readCaseFragment(fragment)?.id).toBe(id);
    }
    expect(areas).toHaveLength(files.length);
  });

  it('finds what has all the words, in any order and either case', () => {
    const found = casesFound(areas, '  REQUEUE prefetch ');
    expect(caseCount(found)).toBeGreaterThan(0);
    for (const { searchText } of found.flatMap(({ entries }) => entries))
      expect(searchText).toMatch(/requeue.*prefetch|prefetch.*requeue/);
    expect(casesFound(areas, 'no such words as these')).toEqual([]);
    expect(casesFound(areas, ' ')).toBe(areas);
  });
});
