/** Runs for tests. */
import type { Run } from '#sim';
import { aScenario } from './a-scenario.ts';

export const aRun = (changes: Partial<Run> = {}): Run => ({
  scenario: aScenario(),
  seed: 1,
  interventions: [],
  ...changes,
});
