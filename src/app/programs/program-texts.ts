/** The programs of a run: those that it begins with, and those that edits bring into it later. */
import type { ScenarioBody } from '#scenario';
import type { Run } from '#sim';

export const textsIn = (clients: ScenarioBody['clients']): readonly string[] =>
  clients.flatMap(({ program }) => program?.source ?? []);

export function programTextsOf({ scenario, interventions }: Run): readonly string[] {
  const later = interventions.flatMap(({ act }) =>
    act.type === 'edit' ? textsIn(act.body.clients) : [],
  );
  return [...new Set([...textsIn(scenario.clients), ...later])];
}
