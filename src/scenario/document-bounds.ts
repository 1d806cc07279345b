/**
 * How much a document may hold before anyone looks at what it says. A stranger's two million
 * characters can be a million mistakes, and to describe them all would keep the page busy for long.
 */
import { limits } from './schema.ts';
import type { Scenario } from './schema.ts';
import type { ScenarioProblem } from './scenario-problem.ts';

/** Levels of lists and tables in one another. */
const depthMax = 40;
/** All texts, numbers, lists and so on: three times those of a document with as many things as may be. */
const valuesMax = 250_000;

const listsMax = {
  exchanges: limits.things,
  queues: limits.things,
  bindings: limits.things,
  clients: limits.clients,
} as const satisfies Partial<Record<keyof Scenario, number>>;

/** Where a document is out of bounds. */
export function problemsOfSize(document: object): readonly ScenarioProblem[] {
  if (!isWithinDepth(document, depthMax)) {
    return [{ path: '', message: `It is nested more than ${depthMax} levels deep.` }];
  }
  const tooLong = Object.entries(listsMax).flatMap(([path, max]): readonly ScenarioProblem[] => {
    const list: unknown = Reflect.get(document, path);
    return Array.isArray(list) && list.length > max
      ? [{ path, message: `There are ${list.length} of these; ${max} are the most.` }]
      : [];
  });
  if (tooLong.length > 0) return tooLong;
  const hasTooMuch = valuesLeft(document, valuesMax) < 0;
  return hasTooMuch ? [{ path: '', message: 'This holds more than a scenario can be.' }] : [];
}

function isWithinDepth(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  return Object.values(value).every((item) => isWithinDepth(item, levels - 1));
}

/** What is left of a number of values after those of `value`; below zero where they are more. */
export function valuesLeft(value: unknown, before: number): number {
  let left = before - 1;
  if (typeof value !== 'object' || value === null) return left;
  for (const item of Object.values(value)) {
    if (left < 0) return left;
    left = valuesLeft(item, left);
  }
  return left;
}
