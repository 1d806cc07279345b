/** Puts things in other places. */
import type { Scenario } from '../schema.ts';

export function moveThings(scenario: Scenario, positions: Scenario['positions']): Scenario {
  const isThere = Object.entries(positions).every(([key, [x, y]]) => {
    const now = scenario.positions[key];
    return now !== undefined && now[0] === x && now[1] === y;
  });
  return isThere ? scenario : { ...scenario, positions: { ...scenario.positions, ...positions } };
}
