/**
 * The document as text, for the editor. Text and canvas are one document: text that says something
 * valid becomes the document, and what else changes the document changes the text. Text that says the
 * same as the document in other words stays as it was typed.
 */
import { bindingKeyOf, nodeKeyOf, parseScenario, writeScenario } from '#scenario';
import type { Scenario, ScenarioProblem } from '#scenario';
import type { App } from './app.ts';
import { shareStructure } from './share-structure.ts';

export type { ScenarioProblem };

/** Empty where the text has become the document. */
export function applyText({ document }: App, text: string): readonly ScenarioProblem[] {
  const reading = parseScenario(text);
  if (!reading.ok) return reading.problems;
  // What programs have declared is not in the text, unless somebody has written it there.
  const keeps = keysIn(reading.scenario);
  document.getState().edit('Edit as text', () => reading.scenario, { mergeKey: 'text', keeps });
  return [];
}

const keysIn = ({ exchanges, queues, bindings }: Scenario): ReadonlySet<string> =>
  new Set([
    ...exchanges.map(({ name, vhost }) => nodeKeyOf('exchange', name, vhost)),
    ...queues.map(({ name, vhost }) => nodeKeyOf('queue', name, vhost)),
    ...bindings.map(bindingKeyOf),
  ]);

export type TextStanding =
  /** It says what the document says. */
  | 'same'
  /** It is valid and says something else. */
  | 'other'
  | 'invalid';

export function standingOf(text: string, scenario: Scenario): TextStanding {
  const reading = parseScenario(text);
  if (!reading.ok) return 'invalid';
  const written = parseScenario(writeScenario(scenario));
  const reference = written.ok ? written.scenario : scenario;
  return shareStructure(reference, reading.scenario) === reference ? 'same' : 'other';
}
