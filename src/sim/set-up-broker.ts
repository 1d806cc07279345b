/** Has a new broker become what a scenario says: its virtual hosts, users, policies and topology. */
import type { ScenarioBody } from '#scenario';
import { vhostsOf, wishesThatBuild } from './load-scenario.ts';
import { askAsOperator, ensureVhosts } from './operator.ts';
import type { Asked } from './operator.ts';
import { commandsThatSetUp } from './set-up-operators.ts';

export function setUpBroker(asked: Asked, scenario: ScenarioBody): void {
  ensureVhosts(asked, vhostsOf(scenario));
  for (const command of commandsThatSetUp(scenario)) asked.ask(command);
  askAsOperator(asked, wishesThatBuild(scenario));
}
