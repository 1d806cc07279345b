/**
 * Runs as files. Without anything done in it a run is its scenario, and the file is the document as
 * people write it; with interventions, the document stands beside them.
 */
import { writeScenario } from '#scenario';
import type { Run } from '#sim';

export function writeRunFile({ scenario, interventions }: Run): string {
  const document = writeScenario(scenario);
  if (interventions.length === 0) return document;
  const lines = interventions.map((intervention) => `    ${JSON.stringify(intervention)}`);
  const indented = document.trimEnd().replaceAll('\n', '\n  ');
  return `{\n  "scenario": ${indented},\n  "interventions": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
