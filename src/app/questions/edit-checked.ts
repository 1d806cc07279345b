/** An edit that only happens if the document is still one afterwards: the last gate of every form. */
import { checkScenario } from '#scenario';
import type { Scenario } from '#scenario';
import type { App } from '../app.ts';

/** Says in a sentence why the document cannot be so; null where it was changed. */
export function editChecked(
  app: App,
  label: string,
  change: (scenario: Scenario) => Scenario,
): string | null {
  const document = app.document.getState();
  const { scenario } = document;
  const changed = change(scenario);
  if (changed === scenario) return null;
  const problem = newProblem(scenario, changed);
  if (problem !== null) return problem;
  document.edit(label, () => changed);
  return null;
}

/** What was wrong before is not this edit's fault, and must not keep anybody from mending the rest. */
function newProblem(before: Scenario, after: Scenario): string | null {
  const result = checkScenario(after);
  if (result.ok) return null;
  const checkedBefore = checkScenario(before);
  const known = checkedBefore.ok ? [] : checkedBefore.problems.map(({ message }) => message);
  return result.problems.find(({ message }) => !known.includes(message))?.message ?? null;
}
