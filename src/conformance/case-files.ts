/**
 * The recorded cases by area, each area a file that is fetched when somebody asks for it. Only what
 * is built by Vite can fetch them; programs for a terminal read the files themselves.
 */
import type { ConformanceFile } from './conformance-case.ts';

type Loaders = Readonly<Record<string, () => Promise<ConformanceFile>>>;

// Made in a function, because a program that is not built by Vite must be able to leave it out.
const loaders = (): Loaders =>
  import.meta.glob<ConformanceFile>('./cases/*.json', { import: 'default' });

const pathOf = (area: string): string => `./cases/${area}.json`;

export const areasRecorded = (): readonly string[] =>
  Object.keys(loaders()).map((path) => path.slice('./cases/'.length, -'.json'.length));

/** Null where nothing was recorded under that name: it never becomes a part of an address. */
export async function loadArea(area: string): Promise<ConformanceFile | null> {
  const all = loaders();
  const load = Object.hasOwn(all, pathOf(area)) ? all[pathOf(area)] : undefined;
  return load === undefined ? null : load();
}
