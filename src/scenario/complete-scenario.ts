/** A scenario from what a person or a test wrote, with all that may be left out filled in. */
import * as v from 'valibot';
import { scenarioSchema } from './schema.ts';
import type { Scenario, ScenarioSpec } from './schema.ts';

/** Throws where the specification is wrong: for built-in scenarios and tests, never for user input. */
export const completeScenario = (spec: ScenarioSpec): Scenario => v.parse(scenarioSchema, spec);
