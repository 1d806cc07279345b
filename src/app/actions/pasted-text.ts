/** Reads what is pasted. Loaded with the first paste. */
import { parseScenario } from '#scenario';
import type { Scenario } from '#scenario';
import { withExcerpt } from './excerpt.ts';

/** The document with what the text says in it; null where the text is no document. */
export function withText(scenario: Scenario, text: string): Scenario | null {
  const reading = parseScenario(text);
  return reading.ok ? withExcerpt(scenario, reading.scenario) : null;
}
