/**
 * Changes one thing of a document; the document stays itself where nothing comes of it. What keeps
 * its value keeps its identity, however the change was made.
 */
import { bindingKeyOf } from '../binding-key.ts';
import { nodeKeyOf } from '../node-key.ts';
import type { BindingSpec, ClientSpec, ExchangeSpec, QueueSpec, Scenario } from '../schema.ts';
import { keepUnchanged } from './keep-unchanged.ts';

type Change<Spec> = (spec: Spec) => Spec;

export function changeQueue(scenario: Scenario, key: string, change: Change<QueueSpec>): Scenario {
  const isMeant = ({ name, vhost }: QueueSpec): boolean => nodeKeyOf('queue', name, vhost) === key;
  const queues = changed(scenario.queues, isMeant, change);
  return queues === scenario.queues ? scenario : { ...scenario, queues };
}

export function changeExchange(
  scenario: Scenario,
  key: string,
  change: Change<ExchangeSpec>,
): Scenario {
  const isMeant = ({ name, vhost }: ExchangeSpec): boolean =>
    nodeKeyOf('exchange', name, vhost) === key;
  const exchanges = changed(scenario.exchanges, isMeant, change);
  return exchanges === scenario.exchanges ? scenario : { ...scenario, exchanges };
}

export function changeBinding(
  scenario: Scenario,
  key: string,
  change: Change<BindingSpec>,
): Scenario {
  const isMeant = (binding: BindingSpec): boolean => bindingKeyOf(binding) === key;
  const bindings = changed(scenario.bindings, isMeant, change);
  // Two things cannot be bound in the same way twice.
  const isDistinct = new Set(bindings.map(bindingKeyOf)).size === bindings.length;
  return bindings === scenario.bindings || !isDistinct ? scenario : { ...scenario, bindings };
}

export function changeClient(
  scenario: Scenario,
  key: string,
  change: Change<ClientSpec>,
): Scenario {
  const isMeant = ({ name }: ClientSpec): boolean => nodeKeyOf('client', name) === key;
  const clients = changed(scenario.clients, isMeant, change);
  return clients === scenario.clients ? scenario : { ...scenario, clients };
}

/** The list with the items that are meant changed; itself where none changes. */
function changed<Spec>(
  specs: readonly Spec[],
  isMeant: (spec: Spec) => boolean,
  change: Change<Spec>,
): readonly Spec[] {
  const next = specs.map((spec) => (isMeant(spec) ? keepUnchanged(spec, change(spec)) : spec));
  return next.some((spec, index) => spec !== specs[index]) ? next : specs;
}
