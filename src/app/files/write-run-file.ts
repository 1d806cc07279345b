/**
 * Runs as files. Without anything done in it a run is its scenario, and the file is the document as
 * people write it; with interventions, the document stands beside them. Of a recorded case that the
 * run plays the file has the name.
 */
import { writeScenario } from '#scenario';
import type { Run } from '#sim';

export function writeRunFile({ scenario, interventions, script }: Run): string {
  const document = writeScenario(scenario);
  if (interventions.length === 0 && script === undefined) return document;
  const lines = interventions.map((intervention) => `    ${JSON.stringify(intervention)}`);
  const indented = document.trimEnd().replaceAll('\n', '\n  ');
  const played = script === undefined ? '' : `\n  "case": ${JSON.stringify(script.name)},`;
  return `{\n  "scenario": ${indented},${played}\n  "interventions": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
