/** A scenario of the library, for tests of what it promises. */
import { scenarios } from '#library';
import type { Scenario } from '#scenario';

export function libraryScenario(id: string): Scenario {
  const entry = scenarios.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`The library has no ${id}.`);
  return entry.load();
}
