/**
 * A scenario as text: pretty, in the order of the schema, without what has its default value.
 * Reading the text gives the scenario back.
 */
import { currentVersion } from './schema.ts';
import type { Scenario } from './schema.ts';
import { withoutDefaults } from './without-defaults.ts';

export function writeScenario(scenario: Scenario): string {
  return `${JSON.stringify({ version: currentVersion, ...shortScenario(scenario) }, null, 2)}\n`;
}

/** The same as a value. */
export function shortScenario(scenario: Scenario): object {
  const positions = Object.fromEntries(
    Object.entries(scenario.positions).map(([key, [x, y]]) => [
      key,
      [Math.round(x), Math.round(y)] as const,
    ]),
  );
  return withoutDefaults({ ...scenario, positions });
}
