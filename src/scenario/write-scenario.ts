/**
 * A scenario as text: pretty, in the order of the schema, positions by name, without what has its
 * default value. Reading the text gives the scenario back.
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
    Object.entries(scenario.positions)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, [x, y]]) => [key, [rounded(x), rounded(y)] as const]),
  );
  return withoutDefaults({ ...scenario, positions });
}

/** Without a minus before zero, which JSON does not keep. */
const rounded = (coordinate: number): number => Math.round(coordinate) + 0;
